package dev.seamless.schema;

import dev.seamless.schema.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one column of a pair has and the other lacks, as the other would have it. What mentions both columns, such as the seal,
 * is nobody's twin.
 */
final class Twins {

    private final Table table;
    private final Names names;
    private final String from;
    private final String to;
    private final @Nullable TypeChange change;
    private final List<String> notCarried = new ArrayList<>();

    private final List<Index> indexes;
    private final List<Constraint> constraints;
    private final List<ForeignKey> foreignKeys;

    Twins(Table table, String from, String to, @Nullable TypeChange change) {
        this.table = table;
        this.names = table.dialect().names();
        this.from = from;
        this.to = to;
        this.change = change;
        this.indexes = lacking(table.indexes(), Index::columns, this::twin, this::exists);
        this.constraints = lacking(
                table.constraints().stream()
                        .filter(one -> one.kind() != Kind.PRIMARY_KEY)
                        .toList(),
                Constraint::columns,
                this::twin,
                this::exists);
        this.foreignKeys = lacking(table.foreignKeys(), this::mentioned, this::twin, this::exists);
    }

    List<Index> indexes() {
        return indexes;
    }

    /** Uniques, checks and exclusions. */
    List<Constraint> constraints() {
        return constraints;
    }

    List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    /** The column as NOT NULL, if the other one is and it is not. */
    Optional<Column> notNull() {
        boolean needed = table.column(from).filter(column -> !column.nullable()).isPresent();
        return table.column(to).filter(column -> needed && column.nullable());
    }

    /** What has no twin because the types differ and no SQL converts. */
    List<String> notCarried() {
        return notCarried;
    }

    /** All that is lacking, as a person would name it. */
    List<String> named() {
        return Stream.of(
                        indexes.stream().map(one -> "index " + one.name()),
                        constraints.stream()
                                .map(one ->
                                        one.kind().toString().toLowerCase(Locale.ROOT) + " constraint " + one.name()),
                        foreignKeys.stream().map(one -> "foreign key " + one.name()),
                        notNull().stream().map(one -> "NOT NULL"))
                .flatMap(Function.identity())
                .toList();
    }

    private <T> List<T> lacking(
            List<T> all, Function<T, List<String>> columns, Function<T, Optional<T>> twin, BiPredicate<T, T> exists) {
        return all.stream()
                .filter(one ->
                        columns.apply(one).contains(from) && !columns.apply(one).contains(to))
                .flatMap(one -> twin.apply(one).filter(made -> !exists.test(one, made)).stream())
                .toList();
    }

    private Optional<Index> twin(Index index) {
        return definition(index.definition(), index.columns())
                .map(definition -> new Index(
                        name(index.name()), index.unique(), moved(index.columns()), index.kind(), definition, true))
                .or(() -> notCarried("the index " + index.name()));
    }

    private Optional<Constraint> twin(Constraint constraint) {
        Optional<String> definition = constraint.kind() == Kind.CHECK
                ? expression(constraint.definition())
                : definition(constraint.definition(), constraint.columns());
        return definition
                .map(moved -> new Constraint(
                        constraint.kind(),
                        constraint.inline()
                                ? names.own(table.name().name() + "_" + to + "_check")
                                : name(constraint.name()),
                        moved(constraint.columns()),
                        moved,
                        constraint.options(),
                        constraint.validated(),
                        false))
                .or(() -> notCarried("the constraint " + constraint.name()));
    }

    private Optional<ForeignKey> twin(ForeignKey key) {
        if (change != null && !change.oldType().equalsIgnoreCase(change.newType())) {
            return notCarried("the foreign key " + key.name());
        }
        return Optional.of(new ForeignKey(
                name(key.name()),
                key.from(),
                key.from().equals(table.name()) ? moved(key.columns()) : key.columns(),
                key.to(),
                key.to().equals(table.name()) ? moved(key.toColumns()) : key.toColumns(),
                key.onUpdate(),
                key.onDelete(),
                key.options(),
                key.validated()));
    }

    /** A definition of keys: they name the columns themselves, and only what computes with the old value must convert. */
    private Optional<String> definition(String definition, List<String> columns) {
        boolean keysOnly = !definition.toLowerCase(Locale.ROOT).contains(" where ")
                && !Pattern.compile("\\w\\(|\\(\\(").matcher(definition).find();
        return change == null || keysOnly ? Optional.of(replaced(definition, quoted(to))) : expression(definition);
    }

    private Optional<String> expression(String sql) {
        Optional<String> value = change == null
                ? Optional.of(quoted(to))
                : change.convert(from.equals(table.newColumn()), quoted(to)).map(converted -> "(" + converted + ")");
        return value.map(moved -> replaced(sql, moved));
    }

    private String replaced(String sql, String by) {
        return new SqlText(names, sql).replace(from, by);
    }

    private boolean exists(Index one, Index twin) {
        return table.indexes().stream()
                .anyMatch(other -> other.valid()
                        && other.unique() == one.unique()
                        && other.kind().equals(one.kind())
                        && (alike(one.definition(), other.definition())
                                || isNamed(other.name(), other.columns(), twin.name())));
    }

    private boolean exists(Constraint one, Constraint twin) {
        return table.constraints().stream()
                .anyMatch(other -> other.kind() == one.kind()
                        && (other.validated() || !one.validated())
                        && (alike(one.definition(), other.definition())
                                || isNamed(other.name(), other.columns(), twin.name())));
    }

    private boolean exists(ForeignKey one, ForeignKey twin) {
        return table.foreignKeys().stream()
                .anyMatch(other -> (other.validated() || !one.validated())
                        && other.from().equals(twin.from())
                        && other.columns().equals(twin.columns())
                        && other.to().equals(twin.to())
                        && other.toColumns().equals(twin.toColumns()));
    }

    /** Whether two definitions are the same but for the column. */
    private boolean alike(String one, String other) {
        return new SqlText(names, other).mentions(to)
                && new SqlText(names, one).replace(from, "?").equals(new SqlText(names, other).replace(to, "?"));
    }

    private boolean isNamed(String name, List<String> columns, String twin) {
        return name.equals(twin) && columns.contains(to);
    }

    /** The name of a twin: that of the one, with the other column's name in the place of its own, or behind it. */
    private String name(String one) {
        Matcher part = Pattern.compile("(?<![^\\W_])" + Pattern.quote(from) + "(?![^\\W_])", Pattern.CASE_INSENSITIVE)
                .matcher(one);
        String name = names.own(part.find() ? part.replaceAll(Matcher.quoteReplacement(to)) : one + "_" + to);
        return isTaken(name) ? names.own(name + "_" + to) : name;
    }

    private boolean isTaken(String name) {
        return table.indexes().stream()
                        .anyMatch(other ->
                                other.name().equals(name) && !other.columns().contains(to))
                || table.constraints().stream()
                        .anyMatch(other ->
                                other.name().equals(name) && !other.columns().contains(to))
                || table.foreignKeys().stream()
                        .anyMatch(other ->
                                other.name().equals(name) && !mentioned(other).contains(to));
    }

    private List<String> mentioned(ForeignKey key) {
        return Stream.concat(
                        key.from().equals(table.name()) ? key.columns().stream() : Stream.empty(),
                        key.to().equals(table.name()) ? key.toColumns().stream() : Stream.empty())
                .toList();
    }

    private List<String> moved(List<String> columns) {
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }

    private <T> Optional<T> notCarried(String what) {
        notCarried.add(what);
        return Optional.empty();
    }

    /** As the database itself would print the name, so that what is replaced can be replaced again. */
    private String quoted(String column) {
        return names.printsEveryNameInQuotes() ? names.quoted(column) : names.sql(column);
    }
}

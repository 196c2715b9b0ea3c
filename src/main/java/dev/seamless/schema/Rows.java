package dev.seamless.schema;

import dev.seamless.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in SQL, in the order of its primary key, whatever its type: a place in that order is remembered as text,
 * one for each column of the key. Parameters are named, {@code :from0}, {@code :from1}, for a place called {@code from}.
 */
public final class Rows {

    /** What to do about a table without a key; its entity need not map the column. */
    static final String KEY_NEEDED = "Add a primary key, for instance a column that the database numbers.";

    private final Table table;
    private final Dialect dialect;
    private final List<Column> key;

    /**
     * The rows of a table.
     *
     * @throws RefusedException if it has no primary key
     */
    public Rows(Table table) {
        this.table = table;
        this.dialect = table.dialect();
        this.key = table.primaryKey().stream()
                .map(name -> table.column(name).orElseThrow())
                .toList();
        if (key.isEmpty()) {
            throw new RefusedException(
                    table.name() + " has no primary key, so its rows cannot be walked in windows.", KEY_NEEDED);
        }
    }

    /** The table. */
    public String table() {
        return table.sql();
    }

    /** How many columns the key has. */
    public int width() {
        return key.size();
    }

    /** The column that a pass fills, or the one that it reads. */
    public String column(boolean newColumn) {
        return dialect.names().sql(newColumn ? table.newColumn() : table.oldColumn());
    }

    /** The columns of the key as text, to be selected; under names of their own, or one would order by the text. */
    public String place() {
        return IntStream.range(0, key.size())
                .mapToObj(i -> dialect.keys().text(key.get(i), name(key.get(i))) + " as seamless_key_" + i)
                .collect(Collectors.joining(", "));
    }

    /** The columns of the key, to be ordered by. */
    public String order() {
        return key.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** The same from the end. */
    public String orderFromTheEnd() {
        return key.stream().map(column -> name(column) + " desc").collect(Collectors.joining(", "));
    }

    /** The condition that a row lies behind a place. */
    public String after(String place) {
        return dialect.keys().compare(compared(), ">", places(place));
    }

    /** The condition that a row lies before a place, or at it. */
    public String upTo(String place) {
        return dialect.keys().compare(compared(), "<=", places(place));
    }

    /** The condition that a row is the one at a place. */
    public String at(String place) {
        List<String> places = places(place);
        return IntStream.range(0, key.size())
                .mapToObj(i -> compared().get(i) + " = " + places.get(i))
                .collect(Collectors.joining(" and "));
    }

    /** A parameter as a column would store it. */
    public String as(boolean newColumn, String parameter) {
        return dialect.as(
                parameter,
                column(newColumn ? table.newColumn() : table.oldColumn()).type());
    }

    /**
     * The value that one column of the pair is to have, made of the other one; empty where no SQL converts it.
     *
     * @param change what the rename changes besides the name, or {@code null}
     */
    public Optional<String> value(boolean newColumn, @Nullable TypeChange change) {
        String other = column(!newColumn);
        Column column = column(newColumn ? table.newColumn() : table.oldColumn());
        return change == null
                ? Optional.of(other)
                : change.convert(newColumn, other).map(sql -> dialect.as(sql, column.type()));
    }

    /** About how many there are, as the database knows without counting. */
    public String estimate() {
        return dialect.keys().estimate(table.name());
    }

    private Column column(String name) {
        return table.column(name).orElseThrow();
    }

    private String name(Column column) {
        return dialect.names().sql(column.name());
    }

    private List<String> compared() {
        return key.stream()
                .map(column -> dialect.keys().compared(column, name(column)))
                .toList();
    }

    private List<String> places(String place) {
        return IntStream.range(0, key.size())
                .mapToObj(i -> dialect.keys().value(key.get(i), ":" + place + i))
                .toList();
    }
}

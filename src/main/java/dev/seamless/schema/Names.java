package dev.seamless.schema;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a database finds, quotes and limits names. */
final class Names {

    /**
     * Reserved somewhere in SQL:2003 or by one of the databases, and likely as a column's name. Quoting a name that is none of
     * them does no harm.
     */
    private static final Set<String> RESERVED = Set.of(
            ("all and any array as asc at between both by case cast check collate collation column constraint create cross"
                            + " cube current current_date current_time current_timestamp current_user cursor cycle date day"
                            + " default delete desc describe distinct do drop each element else end escape except exists"
                            + " false fetch filter first float for foreign free from full function global grant group"
                            + " grouping having hour identity if in index inner input insert int integer intersect"
                            + " interval into is join key language large last lateral leading left like limit local"
                            + " localtime localtimestamp match member merge method minute mod module month natural new"
                            + " no none not null numeric of offset old on only open or order out outer output over"
                            + " overlaps parameter partition position precision primary procedure range rank read"
                            + " reads real recursive ref references referencing release result return returns right"
                            + " rollback rollup row rownum rows schema scroll search second select session_user set show"
                            + " similar some specific sql start static symmetric system system_user table text then time"
                            + " timestamp to trailing trigger true type union unique unknown unnest update user using"
                            + " value values varying view when whenever where window with within without year zone")
                    .split(" "));

    private final Folding tables;
    private final Folding columns;
    private final String quote;
    private final int limit;
    private final Pattern plain;
    private final Set<String> reserved = new TreeSet<>(RESERVED);

    /**
     * The names of a database.
     *
     * @param columns how it folds the names of columns, where that is not how it folds those of tables
     * @param quote the quotation mark
     * @param limit how long the name of a constraint or index may be
     */
    Names(DatabaseMetaData database, Folding columns, String quote, int limit) throws SQLException {
        this.tables = Folding.of(database);
        this.columns = columns;
        this.quote = quote;
        this.limit = limit;
        this.plain = Pattern.compile(
                switch (columns) {
                    case UPPER -> "[A-Z_][A-Z0-9_]*";
                    case LOWER -> "[a-z_][a-z0-9_]*";
                    case INSENSITIVE, EXACT -> "[a-zA-Z_][a-zA-Z0-9_]*";
                });
        for (String word : database.getSQLKeywords().split(",")) {
            reserved.add(word.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether the database prints expressions with every name in quotes, so that a bare word is none. PostgreSQL does not. */
    boolean printsEveryNameInQuotes() {
        return columns != Folding.LOWER;
    }

    String table(String name) {
        return tables.fold(name);
    }

    /** What the database calls a column, given what the mapping calls it; empty if it is not among the given ones. */
    Optional<String> find(Collection<String> actual, String name) {
        if (actual.contains(name)) {
            return Optional.of(name);
        }
        return actual.stream()
                .filter(one ->
                        columns == Folding.INSENSITIVE ? one.equalsIgnoreCase(name) : one.equals(columns.fold(name)))
                .findFirst();
    }

    /**
     * What a column that is not there yet is to be called: as the database folds it, unless the other column of the pair stands
     * there as the mapping quotes it.
     */
    String coming(String name, String otherMapped, Optional<String> otherActual) {
        boolean quoted = otherActual.filter(otherMapped::equals).isPresent()
                && !columns.fold(otherMapped).equals(otherMapped);
        return quoted ? name : columns.fold(name);
    }

    /** The name as SQL: without quotes where it can be, and then in lower case. */
    String sql(String name) {
        boolean bare = plain.matcher(name).matches() && !reserved.contains(name.toLowerCase(Locale.ROOT));
        if (bare) {
            return columns == Folding.UPPER ? name.toLowerCase(Locale.ROOT) : name;
        }
        return quoted(name);
    }

    String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    String sql(Collection<String> names) {
        return names.stream().map(this::sql).collect(Collectors.joining(", "));
    }

    /** The given name for an object of our own, in the case of those that the database folds, and short enough. */
    String own(String name) {
        String folded = columns == Folding.UPPER ? name.toUpperCase(Locale.ROOT) : name;
        if (folded.length() <= limit) {
            return folded;
        }
        String hash = String.format(Locale.ROOT, "_%08x", folded.hashCode());
        return folded.substring(0, limit - hash.length()) + columns.fold(hash);
    }
}

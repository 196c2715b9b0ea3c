package dev.seamless.schema;

import java.util.List;

/**
 * A constraint of a table, other than a foreign key.
 *
 * @param kind what it is
 * @param name the name
 * @param columns the columns that it mentions
 * @param definition as DDL writes it after the name, {@code check (…)} for instance; of a unique constraint in PostgreSQL, that of
 *     its index as {@link Index#definition()} gives it
 * @param options what follows, such as {@code deferrable}; mostly empty
 * @param validated whether every row is known to satisfy it
 * @param inline whether it is part of the column's own definition (MariaDB) and leaves with it
 */
public record Constraint(
        Kind kind,
        String name,
        List<String> columns,
        String definition,
        String options,
        boolean validated,
        boolean inline) {

    /** What a constraint is. */
    public enum Kind {
        /** A primary key. */
        PRIMARY_KEY,
        /** A unique constraint. */
        UNIQUE,
        /** A check. */
        CHECK,
        /** An exclusion constraint. */
        EXCLUSION
    }

    /** Creates a constraint; the list is copied. */
    public Constraint {
        columns = List.copyOf(columns);
    }
}

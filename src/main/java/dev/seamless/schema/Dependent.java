package dev.seamless.schema;

import java.util.List;

/**
 * Something that reads or writes columns of a table by name, and that no migration can move by itself.
 *
 * @param kind what it is
 * @param name its name, as a person would look for it
 * @param columns the columns that it mentions
 */
public record Dependent(Kind kind, String name, List<String> columns) {

    /** What a dependent is. */
    public enum Kind {
        /** A view, also a materialized one, or a rule. */
        VIEW("view"),
        /** A trigger of the table; found by its text. */
        TRIGGER("trigger"),
        /** A generated column of the same table. */
        GENERATED_COLUMN("generated column"),
        /** A publication with a list of columns or a row filter. */
        PUBLICATION("publication"),
        /** A policy of row-level security. */
        POLICY("policy"),
        /** The unique index by which logical replication finds a row. */
        REPLICA_IDENTITY("replica identity"),
        /** A function or procedure that names table and column; found by its text, and so only a suspicion. */
        ROUTINE("routine");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Creates a dependent; the list is copied. */
    public Dependent {
        columns = List.copyOf(columns);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}

package dev.seamless.schema;

import java.util.List;

/**
 * How a table is cut up.
 *
 * @param key the columns that decide where a row goes
 * @param tables the partitions that are tables of their own (PostgreSQL)
 * @param nested whether a partition is itself partitioned
 * @param partOf whether the table is itself a partition or inherits
 */
public record Partitions(List<String> key, List<TableName> tables, boolean nested, boolean partOf) {

    /** Of a table in one piece. */
    static final Partitions NONE = new Partitions(List.of(), List.of(), false, false);

    /** Creates the description; the lists are copied. */
    public Partitions {
        key = List.copyOf(key);
        tables = List.copyOf(tables);
    }
}

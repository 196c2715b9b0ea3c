package dev.seamless.schema;

import dev.seamless.schema.Step.Pace;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes and keys of a partitioned PostgreSQL table. Nothing can be built on the whole of it concurrently: each partition gets
 * its own, and the table then takes them over.
 */
final class PostgreSqlPartitions {

    private final Table table;
    private final Ddl ddl;
    private final Names names;

    PostgreSqlPartitions(Table table) {
        this.table = table;
        this.ddl = new Ddl(table);
        this.names = table.dialect().names();
    }

    List<Step> add(Index index) {
        List<Step> steps = new ArrayList<>();
        for (TableName partition : table.partitions().tables()) {
            steps.add(PostgreSql.concurrently(table, partition, named(index, partition)));
        }
        steps.add(new Step(
                "index_" + index.name(),
                List.of(
                        "An index of the partitioned table alone, which holds no rows: SHARE for a moment.",
                        LintRemarks.ignore("require-concurrent-index-creation")),
                Pace.QUICK,
                List.of("create " + (index.unique() ? "unique " : "") + "index if not exists " + ddl.name(index.name())
                        + " on only " + table.sql() + " " + index.definition())));
        steps.addAll(attach(index.name()));
        return steps;
    }

    List<Step> add(Constraint unique) {
        List<Step> steps = new ArrayList<>();
        for (TableName partition : table.partitions().tables()) {
            String name = named(unique.name(), partition);
            steps.add(PostgreSql.concurrently(table, partition, PostgreSql.indexOf(unique, name)));
            steps.add(PostgreSql.usingIndex(table, partition, unique, name));
        }
        String definition = unique.definition().replaceFirst("^using \\w+ ", "unique ");
        String nulls = definition.contains(" NULLS NOT DISTINCT")
                ? definition.replace(" NULLS NOT DISTINCT", "").replaceFirst("^unique", "unique nulls not distinct")
                : definition;
        steps.add(Step.quick(
                "unique_" + unique.name(),
                PostgreSql.unlessConstrained(
                                table,
                                table.name(),
                                unique.name(),
                                "add constraint " + ddl.name(unique.name()) + " " + nulls + unique.options())
                        .replaceFirst("alter table ", "alter table only "),
                "A constraint of the partitioned table alone, which holds no rows: ACCESS EXCLUSIVE for a moment."));
        steps.addAll(attach(unique.name()));
        return steps;
    }

    List<Step> add(ForeignKey key) {
        List<Step> steps = new ArrayList<>();
        for (TableName partition : table.partitions().tables()) {
            steps.addAll(PostgreSql.notValidThenValidate(table, partition, key, named(key.name(), partition)));
        }
        steps.add(Step.quick(
                "foreign_key_" + key.name(),
                PostgreSql.unlessConstrained(
                        table,
                        table.name(),
                        key.name(),
                        "add constraint " + ddl.name(key.name()) + " foreign key " + ddl.references(key)),
                "Takes over the keys that the partitions have: ACCESS EXCLUSIVE for a moment, the rows are not read."));
        return steps;
    }

    List<Step> drop(Index index) {
        return List.of(Step.quick(
                "drop_" + index.name(),
                "drop index if exists " + ddl.inSchema(index.name()),
                "An index of a partitioned table cannot be dropped concurrently: ACCESS EXCLUSIVE on all partitions for a moment.",
                LintRemarks.ignore("require-concurrent-index-deletion")));
    }

    private List<Step> attach(String index) {
        return table.partitions().tables().stream()
                .map(partition -> Step.quick(
                        "attach_" + named(index, partition),
                        "alter index " + ddl.inSchema(index) + " attach partition "
                                + table.sql(new TableName(partition.schema(), named(index, partition))),
                        "Takes over the index of a partition: ACCESS EXCLUSIVE on that index for a moment."))
                .toList();
    }

    private Index named(Index index, TableName partition) {
        return new Index(
                named(index.name(), partition),
                index.unique(),
                index.columns(),
                index.kind(),
                index.definition(),
                true);
    }

    private String named(String name, TableName partition) {
        return names.own(partition.name() + "_" + name);
    }
}

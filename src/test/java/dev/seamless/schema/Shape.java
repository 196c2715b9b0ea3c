package dev.seamless.schema;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A table as far as it can be told from another one: all that its catalogue has, but for the order of columns and the names of objects. */
final class Shape {

    private Shape() {}

    static List<String> of(Table table) {
        Ddl ddl = new Ddl(table);
        TreeSet<String> lines = new TreeSet<>();
        table.columns().forEach(column -> lines.add("column " + column));
        lines.add("primary key " + table.primaryKey());
        table.indexes()
                .forEach(one -> lines.add(
                        "index " + one.unique() + one.kind() + " " + ddl.tidy(one.definition()) + one.valid()));
        table.constraints()
                .forEach(one -> lines.add(one.kind() + " " + ddl.tidy(one.definition()) + " "
                        + new TreeSet<>(one.columns()) + one.options() + one.validated()));
        table.foreignKeys()
                .forEach(one -> lines.add("foreign key " + one.from().name() + one.columns()
                        + one.to().name() + one.toColumns() + one.onUpdate() + one.onDelete() + one.options()
                        + one.validated()));
        lines.add("dependents " + table.dependents() + table.partitions().key());
        String ownSchema = table.name().schema().toLowerCase(Locale.ROOT) + ".";
        return lines.stream()
                .map(line -> line.toLowerCase(Locale.ROOT).replace(ownSchema, ""))
                .toList();
    }

    /** What it says of one column. */
    static Stream<String> of(Table table, String column) {
        return of(table).stream().filter(line -> line.contains(column));
    }
}

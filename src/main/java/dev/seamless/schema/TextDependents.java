package dev.seamless.schema;

import dev.seamless.schema.Dependent.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the columns that something mentions, where a database knows its text alone. */
final class TextDependents {

    private final Names names;
    private final TableName table;
    private final List<String> columns;

    TextDependents(Names names, TableName table, List<Column> columns) {
        this.names = names;
        this.table = table;
        this.columns = columns.stream().map(Column::name).toList();
    }

    /** A view, by its definition as the database prints it. */
    Optional<Dependent> view(String name, String definition) {
        SqlText text = new SqlText(names, definition);
        return text.hasWord(table.name())
                ? dependent(
                        Kind.VIEW, name, columns.stream().filter(text::mentions).toList())
                : Optional.empty();
    }

    /** A trigger of the table, by its body. */
    Optional<Dependent> trigger(String name, String body) {
        SqlText text = new SqlText(names, body);
        boolean namesTable = text.hasWord(table.name());
        return dependent(
                Kind.TRIGGER,
                name,
                columns.stream()
                        .filter(column -> text.hasRowMember(column) || (namesTable && text.hasWord(column)))
                        .toList());
    }

    /** A function or procedure, by its body. */
    Optional<Dependent> routine(String name, @Nullable String body) {
        SqlText text = new SqlText(names, body == null ? "" : body);
        return text.hasWord(table.name())
                ? dependent(
                        Kind.ROUTINE,
                        name,
                        columns.stream().filter(text::hasWord).toList())
                : Optional.empty();
    }

    /** The generated columns of the table. */
    List<Dependent> generated(List<Column> all) {
        return all.stream()
                .flatMap(column ->
                        dependent(Kind.GENERATED_COLUMN, column.name(), mentioned(column.generated())).stream())
                .toList();
    }

    /** The columns that an expression mentions. */
    List<String> mentioned(@Nullable String expression) {
        return expression == null
                ? List.of()
                : columns.stream()
                        .filter(column -> new SqlText(names, expression).mentions(column))
                        .toList();
    }

    private static Optional<Dependent> dependent(Kind kind, String name, List<String> columns) {
        return columns.isEmpty() ? Optional.empty() : Optional.of(new Dependent(kind, name, columns));
    }
}

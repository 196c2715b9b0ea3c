package dev.seamless.backfill;

import dev.seamless.protocol.Direction;
import dev.seamless.schema.Column;
import dev.seamless.schema.Comparison;
import dev.seamless.schema.Rows;
import dev.seamless.schema.Table;
import dev.seamless.schema.TypeChange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the rows of one table are brought up: by the database alone where SQL can, else through the converter. */
final class TablePlan {

    /** Rows that are converted here are held in memory, whatever their size. */
    private static final int MOST_CONVERTED = 1000;

    private final Rows rows;
    private final WindowWrite write;
    private final boolean bySql;

    TablePlan(Table table, PassRequest request, BackfillDatabase database) {
        this.rows = new Rows(table);
        boolean fillsNew = request.direction() == Direction.FORWARD;
        Conversion conversion = request.conversion();
        TypeChange change = change(table, conversion);
        Optional<SqlWindow> sql = rows.value(fillsNew, change)
                .flatMap(value -> differ(table, change)
                        .map(differ -> new SqlWindow(rows, fillsNew, value, differ, database.lock())));
        this.bySql = sql.isPresent();
        this.write = write(
                sql,
                conversion == null ? null : new ConvertedWindow(rows, fillsNew, conversion, database.lock()),
                database);
    }

    private static @Nullable TypeChange change(Table table, @Nullable Conversion conversion) {
        return conversion == null
                ? null
                : new TypeChange(
                        type(table, table.oldColumn()), type(table, table.newColumn()), conversion.converter());
    }

    private static String type(Table table, String column) {
        return table.column(column).map(Column::type).orElseThrow();
    }

    /** References to large objects cannot be told apart by what they refer to: those that are not the same reference differ. */
    private Optional<String> differ(Table table, @Nullable TypeChange change) {
        Optional<String> differ = Comparison.of(table, change).differ();
        return change == null
                ? differ.or(() -> Optional.of(rows.column(true) + " is distinct from " + rows.column(false)))
                : differ;
    }

    private static WindowWrite write(
            Optional<SqlWindow> sql, @Nullable ConvertedWindow converted, BackfillDatabase database) {
        if (converted == null) {
            return sql.orElseThrow();
        }
        return sql.isPresent() ? new SqlElseConverted(sql.get(), converted, database) : converted;
    }

    Rows rows() {
        return rows;
    }

    WindowWrite write(boolean verifies) {
        return verifies ? new Recheck(write) : write;
    }

    Pace pace() {
        return bySql ? new Pace() : new Pace(MOST_CONVERTED);
    }
}

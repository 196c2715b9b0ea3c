package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * No SELECT names the column that is not read, and both columns are assigned or neither: checked on recorded statements.
 *
 * @param phase the phase that the statements were issued in
 * @param oldColumn the old column, a name that nothing else has
 * @param newColumn the new column, a name that nothing else has
 */
record StatementRules(SchemaPhase phase, String oldColumn, String newColumn) {

    private String read() {
        return (phase.readsOld() ? oldColumn : newColumn).toLowerCase(Locale.ROOT);
    }

    private String other() {
        return (phase.readsOld() ? newColumn : oldColumn).toLowerCase(Locale.ROOT);
    }

    void check(List<String> statements) {
        assertThat(statements).isNotEmpty().allSatisfy(sql -> check(sql.replaceAll("'[^']*'", "''")));
    }

    private void check(String sql) {
        if (!phase.writesBoth() || sql.toLowerCase(Locale.ROOT).startsWith("select")) {
            assertThat(names(sql, other())).as("names %s: %s", other(), sql).isFalse();
        } else if (!sql.startsWith("insert into HT")) { // Hibernate's temporary tables have the columns that are read
            AssignedColumns.of(sql).forEach(assigned -> checkBothOrNeither(assigned, sql));
            assertThat(names(restriction(sql), other()))
                    .as("restricts by %s: %s", other(), sql)
                    .isFalse();
        }
    }

    private void checkBothOrNeither(List<String> assigned, String sql) {
        assertThat(assigned.contains(other()))
                .as("both columns or neither: %s", sql)
                .isEqualTo(assigned.contains(read()));
        if (assigned.contains(read())) {
            assertThat(assigned.indexOf(other()))
                    .as("the other column immediately before the one that is read: %s", sql)
                    .isEqualTo(assigned.indexOf(read()) - 1);
        }
    }

    /** What follows the last WHERE outside of a MERGE, which assigns after it. */
    private static String restriction(String sql) {
        int where = sql.lastIndexOf(" where ");
        return where < 0 || sql.startsWith("merge") ? "" : sql.substring(where);
    }

    private static boolean names(String sql, String column) {
        return Pattern.compile("\\b" + Pattern.quote(column) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find();
    }
}

package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.jdbc.connections.spi.JdbcConnectionAccess;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the real schema against the phases before the factory serves: what is written must be
 * there, and what is not written must not require a value. Each failure says the SQL to run, or the migration that leads to
 * where the phase may start: a column that is read must not be added empty.
 */
final class SchemaCheck implements SessionFactoryObserver {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(SchemaCheck.class);

    private final transient Metadata metadata;
    private final transient List<ExpectedTable> tables;

    SchemaCheck(Metadata metadata, List<ExpectedTable> tables) {
        this.metadata = metadata;
        this.tables = tables;
    }

    @Override
    public void sessionFactoryCreated(SessionFactory created) {
        run(created.unwrap(SessionFactoryImplementor.class));
    }

    void run(SessionFactoryImplementor factory) {
        Found found = new Found();
        JdbcConnectionAccess access = factory.getJdbcServices().getBootstrapJdbcConnectionAccess();
        try {
            Connection connection = access.obtainConnection();
            try {
                for (ExpectedTable table : tables) {
                    check(table, connection, factory, found);
                }
            } finally {
                access.releaseConnection(connection);
            }
        } catch (SQLException e) {
            LOG.warn("The schema could not be checked against the phases of the renames.", e);
        }
        found.refuse();
    }

    /** What was found amiss, and what mends it. */
    private static final class Found {

        private final List<String> failures = new ArrayList<>();
        private final List<String> sql = new ArrayList<>();
        private final Set<String> moves = new LinkedHashSet<>();

        void mendedBySql(String failure, String statement) {
            failures.add(failure);
            sql.add(statement);
        }

        void mendedByMove(String failure, String move) {
            failures.add(failure);
            moves.add(move);
        }

        void refuse() {
            List<String> remedies = new ArrayList<>(moves);
            if (!sql.isEmpty()) {
                remedies.add(
                        "Run this SQL by a migration, or go back to the phase before: " + String.join("; ", sql) + ";");
            }
            if (!failures.isEmpty()) {
                throw new RefusedException(String.join(" ", failures), String.join(" ", remedies));
            }
        }
    }

    private void check(ExpectedTable expected, Connection connection, SessionFactoryImplementor factory, Found found)
            throws SQLException {
        JdbcServices jdbc = factory.getJdbcServices();
        RealColumns real = RealColumns.of(
                connection,
                expected.table(),
                factory.getSqlStringGenerationContext(),
                jdbc.getJdbcEnvironment().getIdentifierHelper());
        if (real.isUnknown()) {
            return;
        }
        String table =
                factory.getSqlStringGenerationContext().format(expected.table().getQualifiedTableName());
        for (Column column : expected.written()) {
            if (!real.has(new Identifier(column.getName(), column.isQuoted()))) {
                String failure = failure(expected, "needs the column " + column.getName() + ", which is missing");
                String move = move(expected, column);
                if (move == null) {
                    found.mendedBySql(failure, add(jdbc.getDialect(), table, column));
                } else {
                    found.mendedByMove(failure, move);
                }
            }
        }
        Identifier idle = expected.idle();
        if (idle != null && real.requiresValue(idle)) {
            found.mendedBySql(
                    failure(expected, "does not write the column " + idle.getText() + ", which is NOT NULL"),
                    dropNotNull(jdbc.getDialect(), table, idle, expected));
        }
    }

    private static String failure(ExpectedTable expected, String what) {
        RenamedColumn renamed = expected.renamed();
        return "The rename '" + renamed.rename().id() + "' in phase "
                + renamed.rename().schema() + " " + what + " in table "
                + renamed.pair().table() + ".";
    }

    /** The move that makes the column; null where it suffices to add it. */
    private static @Nullable String move(ExpectedTable expected, Column missing) {
        RenamedColumn renamed = expected.renamed();
        if (missing.getName().equals(renamed.pair().oldColumn())) {
            return "Go on in phase new, or take the way back: retreat, which adds the column again"
                    + " (--seamless.run=plan --seamless.run-way=back shows it); then deploy read-new and run"
                    + " reverse-backfill, which fills it. If there never was such a column, correct its name in @Renamed.";
        }
        return renamed.rename().schema() == SchemaPhase.DUAL_WRITE
                ? null
                : "Begin in phase old and take the way forth: expand, which adds the column"
                        + " (--seamless.run=plan shows it); then deploy dual-write and run backfill, which fills it.";
    }

    private String add(Dialect dialect, String table, Column column) {
        return dialect.getAlterTableString(table) + " " + dialect.getAddColumnString() + " "
                + column.getQuotedName(dialect) + " " + column.getSqlType(metadata)
                + dialect.getAddColumnSuffixString();
    }

    private String dropNotNull(Dialect dialect, String table, Identifier idle, ExpectedTable expected) {
        String column = idle.render(dialect);
        return "alter table " + table
                + (dialect instanceof MySQLDialect
                        ? " modify column " + column + " "
                                + expected.written().get(0).getSqlType(metadata) + " null"
                        : " alter column " + column + " drop not null");
    }
}

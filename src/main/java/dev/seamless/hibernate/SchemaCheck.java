package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the real schema against the phases before the factory serves (rule 6 of DESIGN.md section 3): what is written must be
 * there, and what is not written must not require a value. Each failure says the SQL to run.
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
        List<String> failures = new ArrayList<>();
        List<String> sql = new ArrayList<>();
        JdbcConnectionAccess access = factory.getJdbcServices().getBootstrapJdbcConnectionAccess();
        try {
            Connection connection = access.obtainConnection();
            try {
                for (ExpectedTable table : tables) {
                    check(table, connection, factory, failures, sql);
                }
            } finally {
                access.releaseConnection(connection);
            }
        } catch (SQLException e) {
            LOG.warn("The schema could not be checked against the phases of the renames.", e);
        }
        if (!failures.isEmpty()) {
            throw new RefusedException(
                    String.join(" ", failures),
                    "Run this SQL by a migration, or go back to the phase before: " + String.join("; ", sql) + ";");
        }
    }

    private void check(
            ExpectedTable expected,
            Connection connection,
            SessionFactoryImplementor factory,
            List<String> failures,
            List<String> sql)
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
                failures.add(failure(expected, "needs the column " + column.getName() + ", which is missing"));
                sql.add(add(jdbc.getDialect(), table, column));
            }
        }
        Identifier idle = expected.idle();
        if (idle != null && real.requiresValue(idle)) {
            failures.add(failure(expected, "does not write the column " + idle.getText() + ", which is NOT NULL"));
            sql.add(dropNotNull(jdbc.getDialect(), table, idle, expected));
        }
    }

    private static String failure(ExpectedTable expected, String what) {
        RenamedColumn renamed = expected.renamed();
        return "The rename '" + renamed.rename().id() + "' in phase "
                + renamed.rename().schema() + " " + what + " in table "
                + renamed.pair().table() + ".";
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

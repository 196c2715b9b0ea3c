package dev.seamless.schema;

import dev.seamless.Pair;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** MySQL and MariaDB. */
final class MySql implements Dialect {

    private final Names names;
    private final boolean mariaDb;

    MySql(Connection connection) throws SQLException {
        this.names = new Names(connection.getMetaData(), Folding.INSENSITIVE, "`", 64);
        // MySQL's driver says "MySQL" of a MariaDB; the version does not.
        this.mariaDb = (connection.getMetaData().getDatabaseProductName()
                        + connection.getMetaData().getDatabaseProductVersion())
                .contains("MariaDB");
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public Optional<Table> read(JdbcTemplate jdbc, Pair pair) {
        return jdbc
                .query(
                        """
                        select table_schema, table_name from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema = coalesce(?, database()) and table_name in (?, ?)
                        """,
                        (row, n) -> new TableName(row.getString(1), row.getString(2)),
                        pair.schema(),
                        pair.table(),
                        names.table(pair.table()))
                .stream()
                .findFirst()
                .map(name -> new Table(this, pair, name, new MySqlReader(jdbc, names, mariaDb, name).read()));
    }
}

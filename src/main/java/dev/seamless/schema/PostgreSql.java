package dev.seamless.schema;

import dev.seamless.Pair;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL. */
final class PostgreSql implements Dialect {

    private record Found(long id, TableName name) {}

    private final Names names;

    PostgreSql(Connection connection) throws SQLException {
        this.names = new Names(connection.getMetaData(), Folding.LOWER, "\"", 63);
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
                        select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and c.relname in (?, lower(?))
                            and n.nspname in (coalesce(?, current_schema()), lower(?))
                        order by c.relname = ? desc
                        """,
                        (row, n) -> new Found(row.getLong(1), new TableName(row.getString(2), row.getString(3))),
                        pair.table(),
                        pair.table(),
                        pair.schema(),
                        pair.schema(),
                        pair.table())
                .stream()
                .findFirst()
                .map(found -> new Table(
                        this, pair, found.name(), new PostgreSqlReader(jdbc, names, found.id()).read(found.name())));
    }
}

package dev.seamless.schema;

import dev.seamless.Pair;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** H2. */
final class H2 implements Dialect {

    private final Names names;

    H2(Connection connection) throws SQLException {
        this.names = new Names(connection.getMetaData(), Folding.of(connection.getMetaData()), "\"", 256);
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
                        where table_type = 'BASE TABLE' and table_name in (?, ?)
                            and table_schema in (coalesce(?, current_schema), ?)
                        order by table_name = ? desc
                        """,
                        (row, n) -> new TableName(row.getString(1), row.getString(2)),
                        pair.table(),
                        names.table(pair.table()),
                        pair.schema(),
                        pair.schema() == null ? null : names.table(pair.schema()),
                        pair.table())
                .stream()
                .findFirst()
                .map(name -> new Table(this, pair, name, new H2Reader(jdbc, names, name).read()));
    }
}

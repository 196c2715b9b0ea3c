package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.protocol.Direction;
import dev.seamless.protocol.Migration;
import dev.seamless.protocol.Pass;
import dev.seamless.protocol.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of {@code seamless_pair}. */
final class PairTable {

    private final LedgerSession session;

    PairTable(LedgerSession session) {
        this.session = session;
    }

    List<PairRecord> all() {
        return session.sql().sql(select() + " order by pair").query(this::row).list();
    }

    Optional<PairRecord> find(String key) {
        return session.sql()
                .sql(select() + " where pair = ?")
                .param(key)
                .query(this::row)
                .optional();
    }

    /** Locks the rows in the order of their keys, so that two that lock several cannot wait for each other. */
    List<PairRecord> lock(Collection<String> keys) {
        return keys.stream()
                .sorted()
                .distinct()
                .map(this::lock)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<PairRecord> lock(String key) {
        return session.sql()
                .sql(select() + " where pair = ? for update")
                .param(key)
                .query(this::row)
                .optional();
    }

    void insert(Pair pair, Standing standing, boolean bornWithTable) {
        session.sql()
                .sql("insert into seamless_pair (pair, table_schema, table_name, old_column, new_column,"
                        + " old_current, new_current, barred, born_with_table, beyond_old, opened_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                        + session.database().now() + ")")
                .params(
                        pair.toString(),
                        Objects.requireNonNull(pair.schema()),
                        pair.table(),
                        pair.oldColumn(),
                        pair.newColumn(),
                        standing.oldCurrent(),
                        standing.newCurrent(),
                        text(standing.barred()),
                        bornWithTable,
                        false)
                .update();
    }

    void update(PairRecord pair) {
        Standing standing = pair.standing();
        Pass pass = standing.pass();
        session.sql()
                .sql(
                        "update seamless_pair set old_current = ?, new_current = ?, barred = ?, migration = ?,"
                                + " migration_script = ?, pass_direction = ?, pass_unspoiled = ?, born_with_table = ?, beyond_old = ? where pair = ?")
                .params(Arrays.asList(
                        standing.oldCurrent(),
                        standing.newCurrent(),
                        text(standing.barred()),
                        name(standing.migration()),
                        pair.script(),
                        pass == null ? null : name(pass.direction()),
                        pass == null ? null : pass.unspoiled(),
                        pair.bornWithTable(),
                        pair.beyondOld(),
                        pair.key()))
                .update();
    }

    /** Notes that from now on instances must look for the pair again, for it was closed. */
    void open(String key) {
        session.sql()
                .sql("update seamless_pair set opened_at = "
                        + session.database().now() + " where pair = ?")
                .param(key)
                .update();
    }

    private String select() {
        return "select p.*, " + session.database().millisSince("opened_at") + " as age from seamless_pair p";
    }

    private PairRecord row(ResultSet row, int number) throws SQLException {
        String direction = row.getString("pass_direction");
        String migration = row.getString("migration");
        Standing standing = new Standing(
                row.getBoolean("old_current"),
                row.getBoolean("new_current"),
                phases(row.getString("barred")),
                migration == null ? null : Migration.valueOf(migration),
                direction == null ? null : new Pass(Direction.valueOf(direction), row.getBoolean("pass_unspoiled")));
        return new PairRecord(
                new Pair(
                        row.getString("table_schema"),
                        row.getString("table_name"),
                        row.getString("old_column"),
                        row.getString("new_column")),
                standing,
                row.getString("migration_script"),
                row.getBoolean("born_with_table"),
                row.getBoolean("beyond_old"),
                session.database().time(row, "opened_at"),
                Duration.ofMillis(row.getLong("age")));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String text(Set<SchemaPhase> phases) {
        return phases.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Set<SchemaPhase> phases(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",")).map(SchemaPhase::valueOf).collect(Collectors.toSet());
    }
}

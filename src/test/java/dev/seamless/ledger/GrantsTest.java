package dev.seamless.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Roles that have the grants which the guide names, and no others. */
class GrantsTest {

    private static final List<String> LEDGER =
            List.of("seamless_pair", "seamless_instance", "seamless_fleet", "seamless_range", "seamless_history");

    /** The embedded MariaDB runs without grants. */
    static Stream<TestDatabase> databases() {
        return TestDatabase.all().filter(database -> database != TestDatabase.MARIADB);
    }

    /** A role of the database, which may use the table of the application. */
    private static final class Role implements AutoCloseable {

        private final Town town;
        private final TestDatabase kind;
        private final String name = "r" + UUID.randomUUID().toString().substring(0, 8);

        Role(Town town, TestDatabase kind) {
            this.town = town;
            this.kind = kind;
            switch (kind) {
                case H2 -> town.execute("create user " + name + " password 'secret'");
                case MARIADB -> town.execute("create user " + name + " identified by 'secret'");
                default -> {
                    town.execute("create role " + name + " login password 'secret'");
                    String schema =
                            new JdbcTemplate(town.dataSource()).queryForObject("select current_schema()", String.class);
                    town.execute("grant usage on schema " + schema + " to " + name);
                }
            }
            grant("users");
        }

        void grant(String table) {
            town.execute("grant select, insert, update, delete on " + table + " to " + name);
        }

        Role withLedger() {
            LEDGER.forEach(this::grant);
            return this;
        }

        DataSource dataSource() {
            String url = town.database().url().replace(";DB_CLOSE_DELAY=-1", ""); // which only an administrator may say
            return new DriverManagerDataSource(url, name, "secret");
        }

        Fleet instance(Mapped mapped, FleetSettings settings) {
            return town.instance(new Ledger(dataSource()), mapped, settings);
        }

        @Override
        public void close() {
            if (kind == TestDatabase.POSTGRESQL || kind == TestDatabase.POSTGRESQL_18) {
                town.execute("drop owned by " + name);
            }
            town.execute(
                    (kind == TestDatabase.H2 || kind == TestDatabase.MARIADB ? "drop user " : "drop role ") + name);
        }
    }

    /** In H2 nobody but an administrator can end a session. */
    @ParameterizedTest
    @MethodSource("databases")
    void aRoleThatReadsAndWritesTheTablesLivesInTheFleetAndEndsItsOwnSessions(TestDatabase kind) throws Exception {
        try (Town town = Town.withLedger(kind);
                Role role = new Role(town, kind).withLedger()) {
            town.execute("insert into users (id, bio) values (1, 'before')");
            town.release();
            Fleet paused = role.instance(Town.mapped(SchemaPhase.DUAL_WRITE), Town.UNHEARD);
            paused.enter();
            try (Connection connection = role.dataSource().getConnection()) {
                paused.use(connection);
                connection.setAutoCommit(false);
                new JdbcTemplate(new SingleConnectionDataSource(connection, true))
                        .execute("update users set bio = 'of the old phase'");
                town.silence();
                Fleet next = role.instance(Town.mapped(SchemaPhase.NEW), Town.SETTINGS);
                if (kind == TestDatabase.H2) {
                    assertThatThrownBy(next::enter).hasMessageContaining("--seamless.run=forget");
                    connection.rollback();
                    paused.released(connection);
                    return;
                }
                next.enter();
                assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
                paused.released(connection);
            }
            assertThat(town.ledger.fleet(town.record()))
                    .extracting(Member::phase)
                    .containsExactly(SchemaPhase.NEW);
            assertThat(town.sql()
                            .sql("select bio from users")
                            .query(String.class)
                            .single())
                    .isEqualTo("before");
        }
    }

    /** Whoever cannot end the sessions of an expired instance cannot take its place. */
    @ParameterizedTest
    @MethodSource("databases")
    void anExpiredInstanceOfAnotherRoleKeepsItsPlace(TestDatabase kind) throws Exception {
        try (Town town = Town.withLedger(kind);
                Role one = new Role(town, kind).withLedger();
                Role other = new Role(town, kind).withLedger()) {
            town.release();
            Fleet paused = one.instance(Town.mapped(SchemaPhase.DUAL_WRITE), Town.UNHEARD);
            paused.enter();
            try (Connection connection = one.dataSource().getConnection()) {
                paused.use(connection);
                town.silence();

                assertThatThrownBy(() -> other.instance(Town.mapped(SchemaPhase.NEW), Town.SETTINGS)
                                .enter())
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining(
                                "--seamless.run-instance=" + paused.instance().id());
                assertThat(connection.isValid(1)).isTrue();
                paused.released(connection);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRoleThatMayNotReadTheLedgerIsStoppedOnlyIfItHasARename(TestDatabase kind) throws Exception {
        try (Town town = Town.withLedger(kind);
                Role role = new Role(town, kind)) {
            town.release();
            Fleet innocent = role.instance(maps("id"), Town.SETTINGS);
            innocent.enter();
            assertThat(innocent.presence()).isEqualTo(Presence.UNCOUNTED);
            try (Connection connection = role.dataSource().getConnection()) {
                town.later(Town.EXPIRY);
                for (Fleet each : List.of(innocent, role.instance(maps("id"), Town.SETTINGS))) {
                    each.use(connection);
                    each.released(connection);
                }
                assertThat(connection.isValid(1)).isTrue();
            }
            try (Connection connection = role.dataSource().getConnection()) {
                assertThatThrownBy(() -> role.instance(Town.mapped(SchemaPhase.NEW), Town.SETTINGS)
                                .use(connection))
                        .isInstanceOf(SQLTransientConnectionException.class);
            }
        }
    }

    /** It knows that a pair is open which it maps: uncounted it would be a writer that a pass does not see. */
    @ParameterizedTest
    @MethodSource("databases")
    void aRoleThatMayOnlyReadTheLedgerIsStoppedWhileAPairIsOpenThatItMaps(TestDatabase kind) throws Exception {
        try (Town town = Town.withLedger(kind);
                Role role = new Role(town, kind)) {
            town.migrate(Migration.EXPAND);
            LEDGER.forEach(table -> town.execute("grant select on " + table + " to " + role.name));
            try (Connection connection = role.dataSource().getConnection()) {
                assertThatCode(() -> role.instance(maps("id"), Town.SETTINGS).use(connection))
                        .doesNotThrowAnyException();
            }
            try (Connection connection = role.dataSource().getConnection()) {
                assertThatThrownBy(
                                () -> role.instance(maps("bio"), Town.SETTINGS).use(connection))
                        .isInstanceOf(SQLTransientConnectionException.class);
            }
        }
    }

    /** Whoever was told that it is gone is told that it serves again. */
    @ParameterizedTest
    @MethodSource("databases")
    void aRoleThatMayNotReadTheLedgerAnyMoreIsBackWhenItHasLeft(TestDatabase kind) throws Exception {
        try (Town town = Town.withLedger(kind);
                Role role = new Role(town, kind)) {
            LEDGER.forEach(table -> town.execute("grant select on " + table + " to " + role.name));
            Fleet innocent = role.instance(maps("bio"), Town.UNHEARD);
            innocent.enter();
            town.migrate(Migration.EXPAND);
            town.later(Town.UNHEARD.expiry());
            try (Connection connection = role.dataSource().getConnection()) {
                assertThatThrownBy(() -> innocent.use(connection)).isInstanceOf(SQLTransientConnectionException.class);
            }
            assertThat(town.told).containsExactly(Presence.GONE);

            innocent.leave();
            LEDGER.forEach(table -> town.execute("revoke select on " + table + " from " + role.name));
            try (Connection connection = role.dataSource().getConnection()) {
                innocent.use(connection);
                innocent.released(connection);
            }
            assertThat(town.told).containsExactly(Presence.GONE, Presence.UNCOUNTED);
        }
    }

    private static Mapped maps(String column) {
        return new Mapped(List.of(), Set.of(new MappedColumn(null, "users", column)), false);
    }
}

package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.Event;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.ledger.PairRecord;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Scripts of either tool that are marked as migrations of a rename: begun before, lifted after, resumed when a run has died. */
class MarkedMigrationsTest {

    private static final Pair PAIR = new Pair(null, "users", "bio", "description");

    /** A database, and the applications that migrate it. */
    private static final class Site implements AutoCloseable {

        private final Tool tool;
        private final FreshDatabase database;
        private final String equal;
        private final Ledger ledger;
        private final JdbcTemplate sql;

        Site(TestDatabase kind, Tool tool) {
            this.tool = tool;
            database = kind.open();
            equal = "bio " + (kind == TestDatabase.MARIADB ? "<=>" : "is not distinct from") + " description";
            DataSource dataSource = new DriverManagerDataSource(database.url(), database.user(), database.password());
            ledger = new Ledger(dataSource);
            sql = new JdbcTemplate(dataSource);
        }

        /** Flyway holds two connections, and the pool has no third. */
        ApplicationContextRunner upTo(int script) {
            return new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(
                            SeamlessAutoConfiguration.class,
                            SeamlessLedgerAutoConfiguration.class,
                            DataSourceAutoConfiguration.class,
                            FlywayAutoConfiguration.class,
                            LiquibaseAutoConfiguration.class))
                    .withPropertyValues(tool.upTo(script))
                    .withPropertyValues(
                            "spring.flyway.placeholders.seed=insert into users (id, bio) values (1, 'before');",
                            "spring.flyway.placeholders.equal=" + equal,
                            "spring.liquibase.parameters.equal=" + equal,
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password(),
                            "spring.datasource.hikari.maximum-pool-size=2",
                            "spring.datasource.hikari.connection-timeout=5000",
                            "seamless.fleet.heartbeat=50ms",
                            "seamless.fleet.expiry=200ms",
                            "seamless.ledger.initialize-schema=always",
                            "seamless.scan-packages=dev.seamless.autoconfigure.declared");
        }

        PairRecord record() {
            return ledger.find(PAIR).orElseThrow();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** PostgreSQL 18 is another version of what is here already. */
    static Stream<Arguments> tools() {
        return TestDatabase.all()
                .filter(database -> database != TestDatabase.POSTGRESQL_18)
                .flatMap(database -> Stream.of(Tool.values()).map(tool -> Arguments.of(database, tool)));
    }

    enum Tool {
        FLYWAY {
            @Override
            String[] upTo(int script) {
                return new String[] {
                    "spring.liquibase.enabled=false",
                    "spring.flyway.locations=classpath:db/ledger-flyway",
                    "spring.flyway.target=" + script
                };
            }
        },
        LIQUIBASE {
            @Override
            String[] upTo(int script) {
                return new String[] {
                    "spring.flyway.enabled=false",
                    "spring.liquibase.change-log=classpath:db/ledger-liquibase/changelog.sql",
                    "spring.liquibase.label-filter="
                            + String.join(
                                    " or ",
                                    Stream.iterate(1, n -> n + 1)
                                            .limit(script)
                                            .map(n -> "v" + n)
                                            .toList())
                };
            }
        };

        abstract String[] upTo(int script);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void allInOneRunOnAFreshDatabase(TestDatabase database, Tool tool) {
        try (Site site = new Site(database, tool)) {
            site.upTo(6).run(context -> {
                assertThat(context).hasNotFailed();
                assertThat(site.record().isOpen()).isFalse();
                assertThat(site.sql.queryForObject("select description from users", String.class))
                        .isEqualTo("before");
                assertThat(site.ledger.history(site.record(), 100))
                        .extracting(Event::what)
                        .contains("began expand", "ended expand", "began align", "ended align", "ended contract");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void aMigrationWhoseEvidenceIsMissingDoesNotRun(TestDatabase database, Tool tool) {
        try (Site site = new Site(database, tool)) {
            site.upTo(1).run(context -> assertThat(context).hasNotFailed());
            site.upTo(3).run(context -> {
                assertThat(context).hasFailed();
                assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("may not begin align now");
            });
            assertThat(site.record().standing().barred()).containsExactly(SchemaPhase.NEW);
            assertThat(site.record().standing().migration()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void aRunThatDiedBeforeItLiftedIsResumedByTheNext(TestDatabase database, Tool tool) {
        try (Site site = new Site(database, tool)) {
            site.upTo(2).run(context -> assertThat(context).hasNotFailed());
            String script = site.ledger.history(site.record(), 10).stream()
                    .filter(event -> event.what().equals("began expand"))
                    .map(event -> event.detail().substring(0, event.detail().indexOf(": current")))
                    .findFirst()
                    .orElseThrow();
            site.sql.update(
                    "update seamless_pair set migration = 'EXPAND', migration_script = ?, barred = 'DUAL_WRITE,READ_NEW,NEW'",
                    script);

            site.upTo(2).run(context -> assertThat(context).hasNotFailed());

            assertThat(site.record().standing().migration()).isNull();
            assertThat(site.record().standing().barred()).containsExactly(SchemaPhase.NEW);
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void aRunThatDiedBeforeItsDdlBeginsAgain(TestDatabase database, Tool tool) {
        try (Site site = new Site(database, tool)) {
            site.upTo(1).run(context -> assertThat(context).hasNotFailed());
            MigrationSteps steps = new MigrationSteps(site.ledger, Instance.named("died"), Duration.ZERO);
            steps.begin(Migration.EXPAND, PAIR, "V2__expand.sql", false);

            site.upTo(2).run(context -> assertThat(context).hasNotFailed());

            assertThat(site.record().standing().migration()).isNull();
        }
    }

    @Test
    void scriptsUnderAWildcardAreReadAsWell() {
        try (Site site = new Site(TestDatabase.H2, Tool.FLYWAY)) {
            site.upTo(2)
                    .withPropertyValues("spring.flyway.locations=classpath:db/ledger-fly*")
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        assertThat(site.record().standing().barred()).containsExactly(SchemaPhase.NEW);
                    });
        }
    }
}

package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.ledger.Event;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.ledger.PairRecord;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
    private final Ledger ledger = new Ledger(dataSource);
    private final JdbcTemplate sql = new JdbcTemplate(dataSource);

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

    private ApplicationContextRunner run(Tool tool, int upTo) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessLedgerAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        FlywayAutoConfiguration.class,
                        LiquibaseAutoConfiguration.class))
                .withPropertyValues(tool.upTo(upTo))
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=sa",
                        "seamless.fleet.heartbeat=50ms",
                        "seamless.fleet.expiry=200ms",
                        "seamless.ledger.initialize-schema=always",
                        "seamless.scan-packages=dev.seamless.autoconfigure.declared");
    }

    @ParameterizedTest
    @EnumSource
    void allInOneRunOnAFreshDatabase(Tool tool) {
        run(tool, 6).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(record().isOpen()).isFalse();
            assertThat(sql.queryForObject("select description from users", String.class))
                    .isEqualTo("before");
            assertThat(ledger.history(record(), 100))
                    .extracting(Event::what)
                    .contains("began expand", "ended expand", "began align", "ended align", "ended contract");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationWhoseEvidenceIsMissingDoesNotRun(Tool tool) {
        run(tool, 1).run(context -> assertThat(context).hasNotFailed());
        run(tool, 3).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("may not begin align now");
        });
        assertThat(record().standing().barred()).containsExactly(SchemaPhase.NEW);
        assertThat(record().standing().migration()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatDiedBeforeItLiftedIsResumedByTheNext(Tool tool) {
        run(tool, 2).run(context -> assertThat(context).hasNotFailed());
        String script = ledger.history(record(), 10).stream()
                .filter(event -> event.what().equals("began expand"))
                .map(event -> event.detail().substring(0, event.detail().indexOf(": current")))
                .findFirst()
                .orElseThrow();
        sql.update(
                "update seamless_pair set migration = 'EXPAND', migration_script = ?, barred = 'DUAL_WRITE,READ_NEW,NEW'",
                script);

        run(tool, 2).run(context -> assertThat(context).hasNotFailed());

        assertThat(record().standing().migration()).isNull();
        assertThat(record().standing().barred()).containsExactly(SchemaPhase.NEW);
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatDiedBeforeItsDdlBeginsAgain(Tool tool) {
        run(tool, 1).run(context -> assertThat(context).hasNotFailed());
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("died"), Duration.ZERO);
        steps.begin(Migration.EXPAND, PAIR, "V2__expand.sql", false);

        run(tool, 2).run(context -> assertThat(context).hasNotFailed());

        assertThat(record().standing().migration()).isNull();
    }

    private PairRecord record() {
        return ledger.find(PAIR).orElseThrow();
    }
}

package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.autoconfigure.declared.User;
import dev.seamless.ledger.Fleet;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Member;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.ledger.PairRecord;
import dev.seamless.ledger.Presence;
import dev.seamless.protocol.Migration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.tools.Server;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application in the fleet of its database: when it enters, when it leaves, and when it stays out. */
class FleetsTest {

    private static final Pair BIO = new Pair(null, "users", "bio", "description");

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
    private final Ledger ledger = new Ledger(dataSource);

    private final ApplicationContextRunner application = application(url);

    private static ApplicationContextRunner application(String url) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessHibernateAutoConfiguration.class,
                        SeamlessLedgerAutoConfiguration.class,
                        SeamlessHealthAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class)
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=sa",
                        "spring.jpa.hibernate.ddl-auto=none",
                        "seamless.fleet.heartbeat=100ms",
                        "seamless.fleet.expiry=400ms",
                        "seamless.scan-packages=dev.seamless.autoconfigure.declared",
                        "seamless.renames.user-short.schema=old");
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = User.class)
    static class Entities {

        @Bean
        ApplicationAvailabilityBean availability() {
            return new ApplicationAvailabilityBean();
        }
    }

    @Test
    void aSchemaThatTheStartCreatesIsRecordedWithBothColumnsCurrent() {
        application
                .withPropertyValues(
                        "spring.jpa.hibernate.ddl-auto=create-drop", "seamless.renames.user-bio.schema=read-new")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(record().standing().newCurrent()).isTrue();
                    assertThat(live()).containsExactly(SchemaPhase.READ_NEW);
                });
        assertThat(live()).isEmpty();
    }

    @Test
    void aStartThatBreaksARuleFailsAndSaysWhatToDoFirst() {
        expanded();
        application
                .withPropertyValues("seamless.renames.user-bio.schema=read-new")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(new RefusedFailureAnalyzer().analyze(context.getStartupFailure()))
                            .satisfies(analysis -> {
                                assertThat(analysis.getDescription())
                                        .contains("users (bio -> description) may not enter phase READ_NEW now")
                                        .contains("the new column must be current");
                                assertThat(analysis.getAction()).contains("Next move: deploy DUAL_WRITE.");
                            });
                });
        assertThat(ledger.history(record(), 1).get(0).what()).isEqualTo("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"warn", "off"})
    void aWeakGuardLetsItStart(String guard) {
        expanded();
        application
                .withPropertyValues("seamless.guard=" + guard, "seamless.renames.user-bio.schema=read-new")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void withoutALedgerOnlyOldStarts() {
        createTable();
        application
                .withPropertyValues("seamless.ledger.initialize-schema=never")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(fleet(context).presence()).isEqualTo(Presence.UNCOUNTED);
                });
        new JdbcTemplate(dataSource).execute("alter table users add column description varchar(255)");
        application
                .withPropertyValues(
                        "seamless.ledger.initialize-schema=never", "seamless.renames.user-bio.schema=dual-write")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("the ledger has no record")
                        .hasMessageContaining("Next move: expand"));
    }

    @Test
    void aPhaseThatIsNotGivenStopsTheStartOnceTheFleetWasBeyondOld() {
        expanded();
        application
                .withPropertyValues("seamless.renames.user-bio.schema=dual-write")
                .run(context -> assertThat(context).hasNotFailed());
        application.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("Set seamless.renames.user-bio.schema"));
        application
                .withPropertyValues("seamless.renames.user-bio.schema=old")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aContextThatIsPausedLeavesSoThatAnotherMayEnter() {
        expanded();
        application
                .withPropertyValues("seamless.renames.user-bio.schema=dual-write")
                .run(first -> {
                    ConfigurableApplicationContext cached = first.getSourceApplicationContext();
                    assertThat(live()).containsExactly(SchemaPhase.DUAL_WRITE);
                    cached.pause();
                    assertThat(live()).isEmpty();

                    application
                            .withPropertyValues("seamless.renames.user-bio.schema=old")
                            .run(second -> assertThat(live()).containsExactly(SchemaPhase.OLD));
                    cached.restart();

                    assertThat(live()).containsExactly(SchemaPhase.DUAL_WRITE);
                });
    }

    @Test
    void aBeanThatReadsDuringTheStartEntersFirst() {
        expanded();
        application
                .withPropertyValues("seamless.renames.user-bio.schema=dual-write")
                .withUserConfiguration(Reads.class)
                .run(context -> assertThat(context.getBean("phasesSeen")).isEqualTo(List.of(SchemaPhase.DUAL_WRITE)));
    }

    @Configuration(proxyBeanMethods = false)
    static class Reads {

        @Bean
        List<SchemaPhase> phasesSeen(EntityManagerFactory factory, DataSource dataSource) {
            count(factory);
            Ledger ledger = new Ledger(dataSource);
            return ledger.find(BIO).map(ledger::fleet).orElseThrow().stream()
                    .map(Member::phase)
                    .toList();
        }
    }

    @Test
    void aTransactionThatIsRolledBackDoesNotTakeTheEntryWithIt() {
        createTable();
        application
                .withPropertyValues("seamless.ledger.initialize-schema=always")
                .run(context -> {
                    assertThat(live()).isEmpty();
                    expand();
                    Thread.sleep(500);
                    EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
                    factory.unwrap(SessionFactory.class).inSession(session -> {
                        session.beginTransaction();
                        session.createQuery("select count(u) from User u", Long.class)
                                .getSingleResult();
                        session.getTransaction().rollback();
                    });
                    assertThat(live()).containsExactly(SchemaPhase.OLD);
                });
    }

    @Test
    void anInstanceThatIsGoneIsNotReadyUntilItHasComeBack() {
        expanded();
        application
                .withPropertyValues("seamless.renames.user-bio.schema=dual-write")
                .run(context -> {
                    EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
                    JdbcTemplate sql = new JdbcTemplate(dataSource);
                    sql.execute("update seamless_pair set old_current = false");
                    sql.execute("delete from seamless_fleet");
                    sql.execute("delete from seamless_instance");

                    Thread.sleep(400);
                    assertThat(fleet(context).presence()).isEqualTo(Presence.GONE);
                    assertThat(context.getBean(FleetHealthIndicator.class)
                                    .health()
                                    .getStatus())
                            .isEqualTo(Status.DOWN);
                    assertThat(readiness(context)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
                    assertThatThrownBy(() -> count(factory)).hasMessageContaining("neither reads nor writes");

                    sql.execute("update seamless_pair set old_current = true");
                    assertThat(count(factory)).isZero();
                    assertThat(context.getBean(FleetHealthIndicator.class)
                                    .health()
                                    .getStatus())
                            .isEqualTo(Status.UP);
                    assertThat(readiness(context)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
                });
    }

    @Test
    void aDatabaseThatIsAwayAtTheStartIsEnteredWhenItIsBack() throws Exception {
        Server reserve = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        int port = reserve.getPort();
        reserve.stop();
        String remote = "jdbc:h2:tcp://localhost:" + port + "/mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        application(remote)
                .withPropertyValues(
                        "seamless.renames.user-bio.schema=dual-write",
                        "spring.datasource.hikari.initialization-fail-timeout=-1",
                        "spring.datasource.hikari.connection-timeout=500",
                        "spring.jpa.database-platform=org.hibernate.dialect.H2Dialect",
                        "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(fleet(context).presence()).isEqualTo(Presence.OUTSIDE);
                    Server server = Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists")
                            .start();
                    try {
                        DataSource back = new DriverManagerDataSource(remote, "sa", "");
                        expanded(back);
                        assertThat(count(context.getBean(EntityManagerFactory.class)))
                                .isZero();
                        assertThat(fleet(context).presence()).isEqualTo(Presence.MEMBER);
                    } finally {
                        server.stop();
                    }
                });
    }

    @Test
    void aPoolWithoutAutoCommitWorksAsWell() {
        expanded();
        application
                .withPropertyValues(
                        "seamless.renames.user-bio.schema=dual-write",
                        "spring.datasource.hikari.auto-commit=false",
                        "spring.jpa.properties.hibernate.connection.provider_disables_autocommit=true")
                .run(context -> {
                    assertThat(count(context.getBean(EntityManagerFactory.class)))
                            .isZero();
                    assertThat(live()).containsExactly(SchemaPhase.DUAL_WRITE);
                });
    }

    @Test
    void eachDataSourceHasALedgerAndAFleetOfItsOwn() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessHibernateAutoConfiguration.class,
                        SeamlessLedgerAutoConfiguration.class))
                .withUserConfiguration(OwnEntityManagerFactoryTest.TwoFactories.class)
                .withPropertyValues(
                        "seamless.scan-packages=dev.seamless.autoconfigure.declared",
                        "seamless.renames.user-bio.schema=dual-write")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Fleets.class).all()).hasSize(2).allSatisfy(anchorage -> {
                        PairRecord pair = anchorage.ledger().find(BIO).orElseThrow();
                        assertThat(anchorage.ledger().fleet(pair))
                                .extracting(Member::instance)
                                .containsExactly(anchorage.fleet().instance().id());
                    });
                });
    }

    /** Facts and rows are of one moment; who lived then is silent, has no session here, and is gone when its place is needed. */
    @Test
    void aRestoredBackupIsEntered() {
        expanded();
        String restored = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        application
                .withPropertyValues("seamless.renames.user-bio.schema=dual-write")
                .run(context -> {
                    List<String> backup = new JdbcTemplate(dataSource).queryForList("script", String.class);
                    backup.stream()
                            .filter(statement -> !statement.startsWith("CREATE USER"))
                            .forEach(new JdbcTemplate(new DriverManagerDataSource(restored, "sa", ""))::execute);
                });
        JdbcTemplate there = new JdbcTemplate(new DriverManagerDataSource(restored, "sa", ""));
        there.execute("update seamless_pair set new_current = true, barred = ''");
        there.execute("update users set description = bio");

        application(restored)
                .withPropertyValues("seamless.renames.user-bio.schema=new")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(fleet(context).presence()).isEqualTo(Presence.MEMBER);
                });
    }

    @Test
    void endpointAndMetersShowFactsFleetAndTheNextMove() {
        expanded();
        application
                .withConfiguration(AutoConfigurations.of(
                        SeamlessGateAutoConfiguration.class, SeamlessMetersAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class)
                .withPropertyValues(
                        "seamless.renames.user-bio.schema=dual-write",
                        "seamless.gate.platforms.ios.minimum=1.4.0",
                        "seamless.gate.platforms.ios.latest=1.6.0")
                .run(context -> {
                    PairViews.PairView view =
                            context.getBean(PairViews.class).of("user-bio").get(0);
                    assertThat(view.current()).isEqualTo(new PairViews.Facts(true, false));
                    assertThat(view.live()).extracting(PairViews.Live::phase).containsExactly(SchemaPhase.DUAL_WRITE);
                    assertThat(view.forth().move()).isEqualTo("backfill");
                    assertThat(view.history())
                            .extracting(PairViews.Happened::what)
                            .contains("entered", "ended expand");
                    MeterRegistry meters = context.getBean(MeterRegistry.class);
                    assertThat(gauge(meters, RenameMeters.PHASE, "phase", "dual_write"))
                            .isOne();
                    assertThat(gauge(meters, RenameMeters.PRESENCE, "presence", "member"))
                            .isOne();
                    assertThat(gauge(meters, RenameMeters.CURRENT, "column", "old"))
                            .isOne();
                    assertThat(gauge(meters, RenameMeters.CURRENT, "column", "new"))
                            .isZero();
                    assertThat(gauge(meters, RenameMeters.LIVE, "phase", "dual_write"))
                            .isOne();
                    assertThat(gauge(meters, RenameMeters.LIVE, "phase", "old")).isZero();
                    assertThat(meters.get(RenameMeters.FOREIGN_SQL)
                                    .tags("rename", "user-bio", "kind", "writes_one")
                                    .counter()
                                    .count())
                            .as("is there before it is needed: Prometheus does not see an increase from nothing")
                            .isZero();
                    assertThat(meters.get(RenameMeters.OLD_NAMES)
                                    .tags("rename", "user-bio", "direction", "read")
                                    .counters())
                            .allSatisfy(counter -> assertThat(counter.count()).isZero())
                            .extracting(counter -> counter.getId().getTag("platform"))
                            .containsExactlyInAnyOrder("ios", "unknown");
                });
    }

    private static double gauge(MeterRegistry meters, String name, String tag, String value) {
        return meters.get(name).tag(tag, value).gauges().stream()
                .filter(gauge -> gauge.getId().getTag("rename") == null
                        || gauge.getId().getTag("rename").equals("user-bio"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void anExpiryThatIsTooShortIsRefused() {
        application
                .withPropertyValues("seamless.fleet.expiry=200ms")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("seamless.fleet.expiry (PT0.2S)"));
    }

    private static long count(EntityManagerFactory factory) {
        return factory.unwrap(SessionFactory.class)
                .fromSession(session -> session.createQuery("select count(u) from User u", Long.class)
                        .getSingleResult());
    }

    private static Fleet fleet(ApplicationContext context) {
        return context.getBean(Fleets.class).all().get(0).fleet();
    }

    private static ReadinessState readiness(ApplicationContext context) {
        return context.getBean(ApplicationAvailability.class).getReadinessState();
    }

    private PairRecord record() {
        return ledger.find(BIO).orElseThrow();
    }

    private List<SchemaPhase> live() {
        return ledger.find(BIO).map(ledger::fleet).orElse(List.of()).stream()
                .map(Member::phase)
                .toList();
    }

    private void createTable() {
        createTable(dataSource);
    }

    private static void createTable(DataSource dataSource) {
        new JdbcTemplate(dataSource)
                .execute("create table users (id bigint primary key, name varchar(255), bio varchar(255),"
                        + " nick varchar(255))");
    }

    private void expand() {
        expand(dataSource, new Ledger(dataSource));
    }

    private static void expand(DataSource dataSource, Ledger ledger) {
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("test"), Duration.ofSeconds(1));
        steps.begin(Migration.EXPAND, BIO, "V2.sql", false);
        new JdbcTemplate(dataSource).execute("alter table users add column description varchar(255)");
        steps.lift(Migration.EXPAND, BIO);
    }

    private void expanded() {
        expanded(dataSource);
    }

    private static void expanded(DataSource dataSource) {
        createTable(dataSource);
        Ledger ledger = new Ledger(dataSource);
        ledger.initialize();
        expand(dataSource, ledger);
    }
}

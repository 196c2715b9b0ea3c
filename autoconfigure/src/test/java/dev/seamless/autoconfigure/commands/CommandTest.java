package dev.seamless.autoconfigure.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.Pair;
import dev.seamless.autoconfigure.SeamlessAutoConfiguration;
import dev.seamless.autoconfigure.SeamlessCommandAutoConfiguration;
import dev.seamless.autoconfigure.SeamlessGateAutoConfiguration;
import dev.seamless.autoconfigure.SeamlessLedgerAutoConfiguration;
import dev.seamless.autoconfigure.declared.User;
import dev.seamless.ledger.Event;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.protocol.Migration;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** A command in an application that has one of each thing that a command must not start. */
@ExtendWith(OutputCaptureExtension.class)
class CommandTest {

    private static final Pair PAIR = new Pair(null, "users", "bio", "description");
    private static final List<String> STARTED = Collections.synchronizedList(new ArrayList<>());
    private static final List<Class<?>> HEARD = Collections.synchronizedList(new ArrayList<>());

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
    private final JdbcTemplate sql = new JdbcTemplate(dataSource);
    private final Ledger ledger = new Ledger(dataSource);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = R2dbcAutoConfiguration.class)
    @EnableScheduling
    @EntityScan(basePackageClasses = User.class)
    static class Application {

        @Bean
        ApplicationRunner runner() {
            return arguments -> STARTED.add("runner");
        }

        @Bean
        CommandLineRunner commandLineRunner() {
            return arguments -> STARTED.add("command line runner");
        }

        @Bean
        Ticking ticking() {
            return new Ticking();
        }

        @Bean
        Living living() {
            return new Living();
        }

        @Bean
        Listening listening() {
            return new Listening();
        }
    }

    static class Listening {
        @EventListener({ContextRefreshedEvent.class, ApplicationStartedEvent.class})
        void heard(ApplicationEvent event) {
            HEARD.add(event.getClass());
        }

        @EventListener
        void heard(ApplicationReadyEvent event) {
            STARTED.add("ready");
        }
    }

    static class Ticking {
        @Scheduled(fixedRate = 1)
        void tick() {
            STARTED.add("schedule");
        }
    }

    static class Living implements SmartLifecycle {
        @Override
        public void start() {
            STARTED.add("lifecycle");
        }

        @Override
        public void stop() {
            // Nothing to stop.
        }

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    @BeforeEach
    void expanded() {
        STARTED.clear();
        HEARD.clear();
        sql.execute(
                "create table users (id bigint primary key, name varchar(255), bio varchar(255), nick varchar(255))");
        sql.execute("insert into users (id, bio) values (1, 'one'), (2, null), (3, 'three')");
        ledger.initialize();
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("test"), Duration.ofSeconds(1));
        steps.begin(Migration.EXPAND, PAIR, "V2.sql", false);
        sql.execute("alter table users add column description varchar(255)");
        steps.lift(Migration.EXPAND, PAIR);
    }

    private void run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=sa",
                "--spring.flyway.enabled=true",
                "--spring.flyway.locations=classpath:db/ledger-flyway",
                "--spring.liquibase.enabled=true",
                "--spring.liquibase.change-log=classpath:db/ledger-liquibase/changelog.sql",
                "--spring.jpa.hibernate.ddl-auto=create",
                "--seamless.fleet.heartbeat=20ms",
                "--seamless.fleet.expiry=100ms",
                "--seamless.scan-packages=dev.seamless.autoconfigure.declared",
                "--seamless.renames.user-bio.schema=dual-write"));
        all.addAll(List.of(arguments));
        SpringApplication.run(Application.class, all.toArray(String[]::new)).close();
    }

    @Test
    void backfillFillsAndStartsNothingElse(CapturedOutput output) {
        run("--seamless.run=backfill", "--seamless.run-rename=user-bio");

        assertThat(sql.queryForList("select description from users order by id", String.class))
                .containsExactly("one", null, "three");
        assertThat(ledger.find(PAIR).orElseThrow().standing().newCurrent()).isTrue();
        assertThat(STARTED).isEmpty();
        assertThat(HEARD)
                .as("the guide says so")
                .containsExactly(ContextRefreshedEvent.class, ApplicationStartedEvent.class);
        assertThat(output).contains("the pass ended and made the column that it filled current");
        assertThat(ledger.history(ledger.find(PAIR).orElseThrow(), 20))
                .extracting(Event::what)
                .doesNotContain("entered");
        assertThat(sql.queryForList("select table_name from information_schema.tables", String.class))
                .doesNotContain("flyway_schema_history", "DATABASECHANGELOG");
    }

    @Test
    void statusShowsTheWayAndChangesNothing(CapturedOutput output) {
        run("--seamless.run=status", "--seamless.run-rename=user-bio");

        assertThat(output)
                .contains("user-bio: users (bio -> description)")
                .contains("  x expand")
                .contains(" -> deploy DUAL_WRITE: The new column is behind");
        assertThat(output)
                .contains("user-bio: API")
                .contains(" -> deploy BOTH: Clients may be served both names once every instance declares the rename.");
        assertThat(STARTED).isEmpty();
        assertThat(ledger.find(PAIR).orElseThrow().standing().newCurrent()).isFalse();
    }

    @Test
    void statusSaysWhatHoldsTheOldNameOfTheApi(CapturedOutput output) {
        run(
                "--seamless.run=status",
                "--seamless.run-rename=user-bio",
                "--seamless.renames.user-bio.api=both",
                "--seamless.renames.user-bio.cutoff.ios=1.5.0",
                "--seamless.gate.platforms.ios.minimum=1.4.0",
                "--seamless.gate.platforms.ios.latest=1.6.0");

        assertThat(output).contains(" -> deploy SERVE_NEW: Clients of 'ios' may operate from 1.4.0 on");
    }

    /** A command comes to change the schema, or to say what it lacks. */
    @Test
    void aCommandIsNotHeldBySchemaThatIsNotThereYet(CapturedOutput output) {
        sql.execute("alter table users drop column description");

        run("--seamless.run=status", "--seamless.run-rename=user-bio");

        assertThat(output).contains(" -> expand: There is no new column yet.");
    }

    @Test
    void takesBackAContractThatHasBegunAndNotRun(CapturedOutput output) {
        run("--seamless.run=backfill", "--seamless.run-rename=user-bio");
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("test"), Duration.ofSeconds(1));
        for (Migration migration : List.of(Migration.ALIGN, Migration.RELEASE)) {
            steps.begin(migration, PAIR, "V3.sql", false);
            steps.lift(migration, PAIR);
        }
        steps.begin(Migration.CONTRACT, PAIR, "V5.sql", false);

        assertThatThrownBy(() -> run("--seamless.run=take-back", "--seamless.run-rename=user-bio"))
                .hasMessageContaining("so that its DDL may yet run");
        run("--seamless.run=plan", "--seamless.run-rename=user-bio", "--seamless.run-way=back");
        assertThat(output)
                .contains("contract has begun and is not done. Run its files (migrate), or take it back (take-back).");
        sql.update("update seamless_history set happened_at = dateadd(minute, -2, happened_at)");
        run("--seamless.run=take-back", "--seamless.run-rename=user-bio");

        assertThat(output).contains("users (bio -> description): taken back.");
        assertThat(ledger.find(PAIR).orElseThrow().standing().migration()).isNull();
        assertThatThrownBy(() -> run("--seamless.run=take-back", "--seamless.run-rename=user-bio"))
                .hasMessageContaining("No contract or withdraw of these renames has begun");
    }

    /** Its renames are those of its API. */
    @Test
    void anApplicationWithoutADatabaseHasCommandsToo(CapturedOutput output) {
        new ApplicationContextRunner()
                .withClassLoader(new FilteredClassLoader(
                        SessionFactory.class, EntityManagerFactory.class, JdbcClient.class, Flyway.class))
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessGateAutoConfiguration.class,
                        SeamlessLedgerAutoConfiguration.class,
                        SeamlessCommandAutoConfiguration.class))
                .withPropertyValues("seamless.run=status", "seamless.scan-packages=dev.seamless.autoconfigure.declared")
                .run(context -> context.getBean(ApplicationRunner.class).run(new DefaultApplicationArguments()));

        assertThat(output).contains("user-bio: API").doesNotContain("configured here: DUAL_WRITE");
    }

    @Test
    void planWritesTheNextMigration(@TempDir Path directory, CapturedOutput output) throws Exception {
        run("--seamless.run=backfill", "--seamless.run-rename=user-bio");
        run("--seamless.run=plan", "--seamless.run-rename=user-bio", "--seamless.run-output=" + directory);

        assertThat(output).contains("the next move is align");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .allMatch(name -> name.contains("user_bio_align"));
        }
    }

    @Test
    void whatIsMisusedOrRefusedEndsInAnException() {
        assertMisused("There is no command 'backfil'", "--seamless.run=backfil");
        assertMisused("user-boi", "--seamless.run=backfill", "--seamless.run-rename=user-boi");
        assertMisused("forget needs the id", "--seamless.run=forget");
        assertMisused("There is no way 'sideways'", "--seamless.run=plan", "--seamless.run-way=sideways");
        assertMisused(
                "share (2.0) must be more than 0 and at most 1", "--seamless.run=backfill", "--seamless.run-share=2");
        assertMisused("workers (0) must be at least one", "--seamless.run=backfill", "--seamless.run-workers=0");
        assertMisused(
                "seamless.run-workers cannot be 'many'", "--seamless.run=backfill", "--seamless.run-workers=many");
        assertMisused("it is for no single rename", "--seamless.run=migrate", "--seamless.run-rename=user-bio");
        assertThatThrownBy(() -> run("--seamless.run=forget", "--seamless.run-instance=nobody"))
                .hasMessageContaining("No instance 'nobody'");
        assertThatThrownBy(() -> run("--seamless.run=reverse-backfill", "--seamless.run-rename=user-bio"))
                .hasMessageContaining("the new column must be current");
    }

    private void assertMisused(String message, String... arguments) {
        assertThatThrownBy(() -> run(arguments))
                .isInstanceOf(ExitCodeGenerator.class)
                .hasMessageContaining(message)
                .extracting(failure -> ((ExitCodeGenerator) failure).getExitCode())
                .isEqualTo(2);
    }

    /** As a process: its exit code, and that nothing keeps it alive. */
    @Test
    void theProcessEndsWithTheCode() throws Exception {
        assertThat(exitCode("backfil")).isEqualTo(2);
        assertThat(exitCode("forget", "--seamless.run-instance=nobody")).isEqualTo(1);
        assertThat(exitCode("status")).isZero();
    }

    /** A training run refreshes the context, reads, and is no instance. */
    @Test
    void aTrainingRunEntersNothing(@TempDir Path directory) throws Exception {
        String file = "jdbc:h2:file:" + directory.resolve("training");
        DataSource trained = new DriverManagerDataSource(file, "sa", "");
        new JdbcTemplate(trained)
                .execute("create table users (id bigint primary key, name varchar(255), bio varchar(255),"
                        + " nick varchar(255), description varchar(255))");
        Ledger itsLedger = new Ledger(trained);
        itsLedger.initialize();
        MigrationSteps steps = new MigrationSteps(itsLedger, Instance.named("test"), Duration.ofSeconds(1));
        steps.begin(Migration.EXPAND, PAIR, "V2.sql", false);
        steps.lift(Migration.EXPAND, PAIR);

        Process process = process(
                file, "-Dspring.context.exit=onRefresh", "--seamless.renames.user-bio.schema=dual-write", "--reads");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(itsLedger.history(itsLedger.find(PAIR).orElseThrow(), 20))
                .extracting(Event::what)
                .doesNotContain("entered");
    }

    private static int exitCode(String command, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("--seamless.run=" + command));
        all.addAll(List.of(arguments));
        Process process = process("jdbc:h2:mem:" + UUID.randomUUID(), all.toArray(String[]::new));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static Process process(String url, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        Stream.of(arguments).filter(each -> each.startsWith("-D")).forEach(line::add);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        line.addAll(List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=sa",
                "--spring.flyway.enabled=false",
                "--spring.liquibase.enabled=false",
                "--spring.jpa.hibernate.ddl-auto=none",
                "--seamless.scan-packages=dev.seamless.autoconfigure.declared"));
        Stream.of(arguments).filter(each -> each.startsWith("--")).forEach(line::add);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The application as a process. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) {
            SpringApplication.run(
                    List.of(arguments).contains("--reads")
                            ? new Class<?>[] {Application.class, Reads.class}
                            : new Class<?>[] {Application.class},
                    arguments);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Reads {

        @Bean
        Long count(EntityManagerFactory factory) {
            return factory.createEntityManager()
                    .createQuery("select count(u) from User u", Long.class)
                    .getSingleResult();
        }
    }
}

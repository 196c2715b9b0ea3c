package dev.seamless.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.Guard;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.protocol.Migration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Instances as processes of their own, that live together, are stopped, and are cut off. */
class ProcessesTest {

    private static final Pair PAIR = new Pair(null, "users", "bio", "description");

    static Stream<TestDatabase> databases() {
        return TestDatabase.all().filter(database -> database != TestDatabase.H2);
    }

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        databases().forEach(database -> {
            for (SchemaPhase one : SchemaPhase.values()) {
                for (SchemaPhase other : SchemaPhase.values()) {
                    if (one.compareTo(other) <= 0) {
                        pairs.add(Arguments.of(database, one, other));
                    }
                }
            }
        });
        return pairs.stream();
    }

    /** The ten unordered pairs: seven live together and read what the other wrote, three never meet. */
    @ParameterizedTest
    @MethodSource("pairs")
    void liveTogetherOrNeverMeet(TestDatabase kind, SchemaPhase one, SchemaPhase other) {
        try (FreshDatabase database = kind.open()) {
            prepare(database, one, other);
            try (RunningInstance first = RunningInstance.start(database, one, Guard.ENFORCE);
                    RunningInstance second = RunningInstance.start(database, other, Guard.ENFORCE)) {
                boolean neighbours = other.ordinal() - one.ordinal() <= 1;
                assertThat(first.isServing()).as(first.refusal()).isTrue();
                assertThat(second.isServing()).as(second.refusal()).isEqualTo(neighbours);
                if (neighbours) {
                    for (int i = 0; i < 20; i++) {
                        RunningInstance writer = i % 2 == 0 ? first : second;
                        assertThat(writer.ask("write 1 token-" + i)).isEqualTo("ok");
                        assertThat(first.ask("read 1")).isEqualTo("token-" + i);
                        assertThat(second.ask("read 1")).isEqualTo("token-" + i);
                    }
                }
            }
        }
    }

    static Stream<Arguments> strangers() {
        return databases()
                .flatMap(database -> Stream.of(
                        Arguments.of(database, SchemaPhase.OLD, SchemaPhase.READ_NEW),
                        Arguments.of(database, SchemaPhase.OLD, SchemaPhase.NEW),
                        Arguments.of(database, SchemaPhase.DUAL_WRITE, SchemaPhase.NEW)));
    }

    /** What the guard is for: where it is off, an acknowledged write is not read. */
    @ParameterizedTest
    @MethodSource("strangers")
    void strangersReadStaleRowsWhereTheGuardIsOff(TestDatabase kind, SchemaPhase one, SchemaPhase other) {
        try (FreshDatabase database = kind.open()) {
            prepare(database, one, other);
            try (RunningInstance first = RunningInstance.start(database, one, Guard.OFF);
                    RunningInstance second = RunningInstance.start(database, other, Guard.OFF)) {
                RunningInstance writer = other == SchemaPhase.NEW ? second : first;
                RunningInstance reader = writer == first ? second : first;
                assertThat(writer.ask("write 1 acknowledged")).isEqualTo("ok");

                assertThat(reader.ask("read 1")).isEqualTo("before");
            }
        }
    }

    /** DUAL_WRITE is stopped; NEW takes its place; the stopped one goes on. */
    @ParameterizedTest
    @MethodSource("databases")
    void aPausedInstanceCommitsNothingOfItsOldPhaseAndServesNothingStale(TestDatabase kind) throws Exception {
        try (FreshDatabase database = kind.open()) {
            prepare(database, SchemaPhase.DUAL_WRITE, SchemaPhase.NEW);
            try (RunningInstance idle = RunningInstance.start(database, SchemaPhase.DUAL_WRITE, Guard.ENFORCE);
                    RunningInstance writing = RunningInstance.start(database, SchemaPhase.DUAL_WRITE, Guard.ENFORCE);
                    RunningInstance asked = RunningInstance.start(database, SchemaPhase.DUAL_WRITE, Guard.ENFORCE)) {
                assertThat(idle.ask("read 1")).isEqualTo("before");
                assertThat(writing.ask("begin 2 of-the-old-phase")).isEqualTo("ok");
                for (RunningInstance each : List.of(idle, writing, asked)) {
                    each.signal("STOP");
                }
                asked.send("write 1 before-the-check");
                Thread.sleep(InstanceProcess.EXPIRY.toMillis() + 500);
                try (RunningInstance moved = RunningInstance.start(database, SchemaPhase.NEW, Guard.ENFORCE)) {
                    assertThat(moved.isServing()).as(moved.refusal()).isTrue();
                    assertThat(moved.ask("write 1 of-the-new-phase")).isEqualTo("ok");
                    for (RunningInstance each : List.of(idle, writing, asked)) {
                        each.signal("CONT");
                    }

                    assertThat(asked.answer()).startsWith("failed");
                    assertThat(writing.ask("commit")).startsWith("failed");
                    assertThat(idle.ask("read 1")).startsWith("failed");
                    assertThat(idle.ask("presence")).isEqualTo("GONE");
                    assertThat(moved.ask("read 1")).isEqualTo("of-the-new-phase");
                    assertThat(moved.ask("read 2")).isEqualTo("before");
                }
            }
        }
    }

    /** Every session of the fleet is ended; nobody has to be started again. */
    @ParameterizedTest
    @MethodSource("databases")
    void instancesThatWereCutOffComeBackByThemselves(TestDatabase kind) {
        try (FreshDatabase database = kind.open()) {
            prepare(database, SchemaPhase.OLD, SchemaPhase.DUAL_WRITE);
            try (RunningInstance first = RunningInstance.start(database, SchemaPhase.OLD, Guard.ENFORCE);
                    RunningInstance second = RunningInstance.start(database, SchemaPhase.DUAL_WRITE, Guard.ENFORCE)) {
                assertThat(first.ask("write 1 a")).isEqualTo("ok");
                assertThat(second.ask("read 1")).isEqualTo("a");
                cutOff(kind, database);

                comeBack(first);
                comeBack(second);
            }
        }
    }

    static Stream<TestDatabase> servers() {
        return databases().filter(database -> database != TestDatabase.POSTGRESQL_18);
    }

    /** The server goes away and comes back; nobody has to be started again. */
    @ParameterizedTest
    @MethodSource("servers")
    void instancesOutliveARestartOfTheDatabase(TestDatabase kind, @TempDir Path directory) throws Exception {
        try (OwnServer server = OwnServer.of(kind, directory)) {
            FreshDatabase database = server.database();
            prepare(database, SchemaPhase.OLD, SchemaPhase.DUAL_WRITE);
            try (RunningInstance first = RunningInstance.start(database, SchemaPhase.OLD, Guard.ENFORCE);
                    RunningInstance second = RunningInstance.start(database, SchemaPhase.DUAL_WRITE, Guard.ENFORCE)) {
                assertThat(first.ask("write 1 a")).isEqualTo("ok");
                server.stop();
                assertThat(first.ask("read 1")).startsWith("failed");
                server.start();

                comeBack(first);
                comeBack(second);
                assertThat(second.ask("read 1")).isEqualTo("b");
            }
        }
    }

    private static void comeBack(RunningInstance instance) {
        String answer = instance.ask("write 1 b");
        for (int i = 0; i < 5 && !answer.equals("ok"); i++) {
            answer = instance.ask("write 1 b");
        }
        assertThat(answer).isEqualTo("ok");
        assertThat(instance.ask("presence")).isEqualTo("MEMBER");
    }

    private static void cutOff(TestDatabase kind, FreshDatabase database) {
        if (kind == TestDatabase.MARIADB) {
            database.execute(
                    "begin not atomic for s in (select id from information_schema.processlist where id <> connection_id()"
                            + " and db = database()) do kill s.id; end for; end");
        } else {
            database.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%]'");
        }
    }

    /** Both columns are current, two rows; and what the later of two phases needs has been migrated. */
    private static void prepare(FreshDatabase database, SchemaPhase one, SchemaPhase other) {
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        Ledger ledger = new Ledger(dataSource);
        ledger.initialize();
        database.execute("create table users (id integer primary key, bio varchar(100))");
        database.execute("insert into users (id, bio) values (1, 'before'), (2, 'before')");
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("test"), Duration.ofSeconds(1));
        steps.begin(Migration.EXPAND, PAIR, "V2.sql", true);
        database.execute("alter table users add column description varchar(100)");
        steps.lift(Migration.EXPAND, PAIR);
        if (other == SchemaPhase.NEW) {
            for (Migration migration : List.of(Migration.ALIGN, Migration.RELEASE)) {
                steps.begin(migration, PAIR, migration + ".sql", false);
                steps.lift(migration, PAIR);
            }
        }
        if (one == SchemaPhase.OLD) {
            database.execute("update seamless_pair set barred = '" + (other == SchemaPhase.NEW ? "" : "NEW") + "'");
        }
    }
}

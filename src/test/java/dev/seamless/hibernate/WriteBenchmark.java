package dev.seamless.hibernate;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.ListStatistics;

/**
 * Batch insert, and load and update, of 20,000 rows on embedded PostgreSQL, by every {@link Variant}; docs/performance.md says
 * how to run it and how to read it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WriteBenchmark {

    private static final int ROWS = 20_000;
    private static final String VALUE =
            "about ninety characters, as a person would write about themselves in such a field ";

    @Param
    Variant variant;

    private FreshDatabase database;
    private Users users;
    private int round;

    @Setup(Level.Trial)
    public void open() {
        database = TestDatabase.POSTGRESQL.open();
        TestFactory factory = new TestFactory(database).with("hibernate.generate_statistics", false);
        if (variant.phase != null) {
            factory.phase(User.RENAME, variant.phase);
        }
        users = new Users(factory.withoutLog(), variant.type);
        if (variant == Variant.TRIGGER) {
            database.execute("alter table users add column bio varchar(255)");
            database.execute("create function mirror() returns trigger language plpgsql as"
                    + " $$ begin new.bio := new.description; return new; end $$");
            database.execute("create trigger mirror before insert or update on users"
                    + " for each row execute function mirror()");
        }
    }

    @Setup(Level.Invocation)
    public void fill() {
        database.execute("truncate table users");
        insert();
        round++;
    }

    @TearDown(Level.Trial)
    public void close() {
        users.close();
    }

    @Benchmark
    public void batchInsert() {
        users.inTransaction(session -> {
            for (int i = 1; i <= ROWS; i++) {
                session.persist(users.user(ROWS + i, VALUE + i));
                clear(session, i);
            }
        });
    }

    @Benchmark
    public void loadAndUpdate() {
        users.inTransaction(session -> session.createSelectionQuery("from User", users.type())
                .getResultList()
                .forEach(user -> user.description(VALUE + round + " " + user.id())));
    }

    private void insert() {
        users.inTransaction(session -> {
            for (int i = 1; i <= ROWS; i++) {
                session.persist(users.user(i, VALUE + i));
                clear(session, i);
            }
        });
    }

    private static void clear(org.hibernate.Session session, int i) {
        if (i % 50 == 0) {
            session.flush();
            session.clear();
        }
    }

    /** Runs all variants in turn, several rounds of it, so that what else the machine does falls on all of them. */
    public static void main(String[] arguments) throws RunnerException {
        int rounds = Integer.getInteger("seamless.benchmark.rounds", 5);
        Map<String, List<Double>> times = new TreeMap<>();
        for (int i = 0; i < rounds; i++) {
            for (RunResult result : new Runner(new OptionsBuilder()
                            .include(WriteBenchmark.class.getName())
                            .forks(1)
                            .warmupIterations(2)
                            .measurementIterations(3)
                            .build())
                    .run()) {
                String name = result.getPrimaryResult().getLabel() + " "
                        + result.getParams().getParam("variant");
                for (var iteration :
                        result.getBenchmarkResults().iterator().next().getIterationResults()) {
                    Result<?> time = iteration.getPrimaryResult();
                    times.computeIfAbsent(name, key -> new ArrayList<>()).add(time.getScore());
                }
            }
        }
        print(times);
    }

    private static void print(Map<String, List<Double>> times) {
        System.out.printf("%n%-28s %10s %22s %8s%n", "", "median ms", "99% interval of mean", "ratio");
        times.forEach((name, values) -> {
            ListStatistics statistics =
                    new ListStatistics(values.stream().mapToDouble(d -> d).toArray());
            double[] interval = statistics.getConfidenceIntervalAt(0.99);
            double plain = new ListStatistics(times.get(name.split(" ")[0] + " PLAIN").stream()
                            .mapToDouble(d -> d)
                            .toArray())
                    .getPercentile(50);
            System.out.printf(
                    "%-28s %10.0f %11.0f ... %6.0f %8.2f%n",
                    name, statistics.getPercentile(50), interval[0], interval[1], statistics.getPercentile(50) / plain);
        });
    }
}

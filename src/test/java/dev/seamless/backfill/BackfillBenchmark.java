package dev.seamless.backfill;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.util.ListStatistics;

/**
 * Fills the new column of a table on embedded PostgreSQL by every {@link Contender}, and takes the times of an application's
 * clients beside it; docs/performance.md says how to run it and how to read it.
 */
public final class BackfillBenchmark {

    private static final int ROWS = Integer.getInteger("seamless.benchmark.rows", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("seamless.benchmark.rounds", 5);

    private final BenchmarkServer server;
    private final Map<Contender, List<Double>> rowsASecond = new EnumMap<>(Contender.class);
    private final Noticed pass = new Noticed();
    private final Noticed beginnings = new Noticed();
    private final Noticed loop = new Noticed();

    private BackfillBenchmark(BenchmarkServer server) {
        this.server = server;
    }

    /** Runs all in turn, several rounds of it, so that what else the machine does falls on all of them. */
    public static void main(String[] arguments) throws Exception {
        try (BenchmarkServer server = new BenchmarkServer(ROWS)) {
            BackfillBenchmark benchmark = new BackfillBenchmark(server);
            for (int i = 0; i <= ROUNDS; i++) {
                benchmark.round();
                if (i == 0) {
                    benchmark.rowsASecond.clear(); // the first round warms up
                } else {
                    benchmark.clients();
                }
            }
            benchmark.print();
        }
    }

    private void round() throws Exception {
        for (Contender contender : Contender.values()) {
            server.fresh();
            Duration took = contender.fill(server);
            server.requireFilled();
            rowsASecond.computeIfAbsent(contender, key -> new ArrayList<>()).add(server.rows() * 1e9 / took.toNanos());
        }
    }

    /**
     * The clients beside a pass, which makes way for them; beside one that begins each second, and does not know yet that they are
     * there; and beside a loop, which does not make way.
     */
    private void clients() throws Exception {
        server.fresh();
        try (HeldPass held = new HeldPass(server)) {
            pass.measure(server, slice -> {
                if (slice == 0) {
                    held.begin();
                }
                held.goOn(Noticed.SLICE);
            });
        }
        server.fresh();
        try (HikariDataSource pool = Contender.pool(server, 1)) {
            Backfill backfill = Contender.backfill(server, pool, 1);
            beginnings.measure(server, slice -> Contender.work(backfill, Noticed.SLICE));
        }
        server.fresh();
        Contender.loop(server, "description = bio", " and description is distinct from bio");
        loop.measure(server, slice -> Contender.fill(server, slice, Noticed.SLICES));
    }

    private void print() {
        System.out.printf("%n%d rows, %d rounds; median (lowest ... highest)%n", ROWS, ROUNDS);
        System.out.printf("%-14s %34s %24s %24s%n", "", "rows a second", "to SERVER_LOOP", "to TRIGGER_COPY");
        for (Contender contender : Contender.values()) {
            System.out.printf(
                    "%-14s %34s %24s %24s%n",
                    contender,
                    text(rowsASecond.get(contender), "%,.0f"),
                    text(ratio(rowsASecond.get(contender), rowsASecond.get(Contender.SERVER_LOOP)), "%.2f"),
                    text(ratio(rowsASecond.get(contender), rowsASecond.get(Contender.TRIGGER_COPY)), "%.2f"));
        }
        Map.of("ONE_WORKER", pass, "ITS_BEGINNINGS", beginnings, "SERVER_LOOP", loop)
                .forEach((name, noticed) -> System.out.printf(
                        "p99 of the clients, ms: alone %s, beside %s %s, to alone %s%n",
                        text(noticed.alone(), "%.2f"),
                        name,
                        text(noticed.beside(), "%.2f"),
                        text(ratio(noticed.beside(), noticed.alone()), "%.2f")));
    }

    /** Round by round. */
    private static List<Double> ratio(List<Double> of, List<Double> to) {
        return Stream.iterate(0, i -> i < of.size(), i -> i + 1)
                .map(i -> of.get(i) / to.get(i))
                .toList();
    }

    private static String text(List<Double> values, String format) {
        ListStatistics statistics =
                new ListStatistics(values.stream().mapToDouble(d -> d).toArray());
        return String.format(
                format + " (" + format + " ... " + format + ")",
                statistics.getPercentile(50),
                statistics.getMin(),
                statistics.getMax());
    }
}

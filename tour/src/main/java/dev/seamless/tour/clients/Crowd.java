package dev.seamless.tour.clients;

import dev.seamless.tour.history.History;
import dev.seamless.tour.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** All clients. */
public final class Crowd implements AutoCloseable {

    /** One old app in so many is never upgraded by its user. */
    private static final int STAYS_OLD = 4;

    /** One row in so many is written by others than its owner too. */
    private static final int SHARED = 10;

    private final Wild wild;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Clients that begin at once; the new app is not out yet.
     *
     * @param url where the service is
     * @param rows the rows that are there, with the handle of each
     */
    public Crowd(String url, History history, Timeline timeline, List<Long> rows, Load load, long seed) {
        int owned = load.ownedRows();
        List<Row> all = new ArrayList<>();
        for (long id : rows) {
            all.add(new Row(id, "u" + id, all.size() < owned && all.size() % SHARED == 0));
        }
        this.wild = new Wild(new Wire(url), history, timeline, new Rows(all), load);
        Random seeds = new Random(seed);
        int number = 0;
        for (Kind kind : Kind.values()) {
            for (int i = 1; i <= load.ofEachKind(); i++, number++) {
                List<Row> own = all.subList(number * load.rowsOfEach(), (number + 1) * load.rowsOfEach());
                Client client = new Client(
                        wild, kind, i, i % STAYS_OLD != 0, new ArrayList<>(own), new Random(seeds.nextLong()));
                Thread thread = new Thread(client, kind + " " + i);
                thread.setDaemon(true);
                threads.add(thread);
            }
        }
    }

    /** They begin. */
    public void begin() {
        threads.forEach(Thread::start);
    }

    /** The new app is in the stores. */
    public void releaseNewApp() {
        wild.newAppIsOut = true;
    }

    /** What clients may meet from now on. */
    public void meets(Terms terms) {
        wild.terms = terms;
    }

    /** Why one of them ended before its time, or {@code null}. */
    public @Nullable Throwable broken() {
        return wild.broken.get();
    }

    /** They end, each after the request that it is waiting for. */
    @Override
    public void close() throws InterruptedException {
        wild.over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}

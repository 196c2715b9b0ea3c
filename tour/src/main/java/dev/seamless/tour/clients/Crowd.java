package dev.seamless.tour.clients;

import dev.seamless.tour.history.History;
import dev.seamless.tour.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All clients. */
public final class Crowd implements AutoCloseable {

    /** One old app in so many is never upgraded by its user. */
    private static final int STAYS_OLD = 4;

    private final Wild wild;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Clients that begin at once; the new app is not out yet.
     *
     * @param url where the service is
     * @param rows the rows that are there, with the handle of each
     */
    public Crowd(String url, History history, Timeline timeline, List<Long> rows, Load load, long seed) {
        List<Row> all = rows.stream().map(id -> new Row(id, "u" + id)).toList();
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

    /** Whether an old app may be told to upgrade, from now on. */
    public void floorMayBeRaised(boolean may) {
        wild.floorMayBeRaised = may;
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

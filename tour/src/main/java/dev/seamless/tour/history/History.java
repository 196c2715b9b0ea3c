package dev.seamless.tour.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that clients wrote and were told, while it happens. */
public final class History {

    private record Key(long row, String value) {}

    private final Map<Key, Write> writes = new HashMap<>();
    private final List<Read> reads = new ArrayList<>();
    private final List<Violation> seen = new ArrayList<>();
    private final List<Served> wrong = new ArrayList<>();
    private final Set<Long> rows = new HashSet<>();
    private long acknowledged;
    private long asked;

    /** A write is about to be sent, or was there before: {@link Write#first}. */
    public synchronized void add(Write write) {
        writes.put(new Key(write.row(), write.value()), write);
        rows.add(write.row());
        if (write.isAcknowledged() && write.begun() != Write.ALWAYS) {
            acknowledged++;
        }
    }

    /** A write was acknowledged. */
    public synchronized void acknowledge(Write write, long when) {
        writes.put(new Key(write.row(), write.value()), write.acknowledged(when));
        acknowledged++;
    }

    /** A write was refused before it could take effect. */
    public synchronized void reject(Write write) {
        writes.remove(new Key(write.row(), write.value()));
    }

    /** A value has arrived that a client had asked for. */
    public synchronized void add(Read read) {
        reads.add(read);
        asked++;
    }

    /** A value has come to light that no client had asked for: with the answer to a write, or at the end. */
    public synchronized void learn(Read read) {
        reads.add(read);
    }

    /** A client was served; only shapes that it does not know are kept. */
    public synchronized void add(Served served) {
        if (!Checker.check(served).isEmpty()) {
            wrong.add(served);
        }
    }

    /** Something else that must not be was seen. */
    public synchronized void add(Violation violation) {
        seen.add(violation);
    }

    /** The rows that were written. */
    public synchronized Set<Long> rows() {
        return Set.copyOf(rows);
    }

    /** How many writes have been acknowledged. */
    public synchronized long acknowledged() {
        return acknowledged;
    }

    /** How many values clients have asked for and got. */
    public synchronized long reads() {
        return asked;
    }

    /** What must not be, up to now. */
    public List<Violation> violations() {
        Collection<Write> written;
        List<Read> read;
        List<Violation> all;
        synchronized (this) {
            written = List.copyOf(writes.values());
            read = List.copyOf(reads);
            all = new ArrayList<>(seen);
            wrong.forEach(served -> all.addAll(Checker.check(served)));
        }
        all.addAll(Checker.check(written, read));
        return all;
    }
}

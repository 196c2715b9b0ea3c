package dev.seamless.tour.history;

import dev.seamless.tour.history.Violation.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a history is one of rows that each hold one value at a time, every operation taking effect at one moment between its
 * begin and its end. No write has a value that another one has, so looking at pairs of {@link Zone zones} decides it exactly: for
 * each row, no two forward zones overlap, and no backward zone lies within a forward one.
 */
public final class Checker {

    private Checker() {}

    /** What is wrong with a shape. */
    static List<Violation> check(Served served) {
        if (served.isKnown() && served.isOneValue()) {
            return List.of();
        }
        String what = served.client() + ", which knows " + served.knows() + " and needs " + served.needs()
                + ", was served " + served.values();
        return List.of(new Violation(Kind.WRONG_SHAPE, 0, what));
    }

    /** What is wrong with these operations: for each write that contradicts earlier ones, one violation. */
    public static List<Violation> check(Collection<Write> writes, Collection<Read> reads) {
        Map<Long, Map<String, Write>> rows = new HashMap<>();
        writes.forEach(write ->
                rows.computeIfAbsent(write.row(), row -> new LinkedHashMap<>()).put(write.value(), write));
        Map<Long, List<Read>> readsOfRows = new HashMap<>();
        reads.forEach(read -> readsOfRows
                .computeIfAbsent(read.row(), row -> new ArrayList<>())
                .add(read));
        List<Violation> violations = new ArrayList<>();
        readsOfRows.forEach((row, read) -> {
            if (!rows.containsKey(row)) {
                read.forEach(each -> violations.add(neverWritten(each)));
            }
        });
        rows.forEach((row, written) -> checkRow(written, readsOfRows.getOrDefault(row, List.of()), violations));
        return violations;
    }

    private static void checkRow(Map<String, Write> writes, List<Read> reads, List<Violation> violations) {
        Map<String, List<Read>> readsOfValues = new HashMap<>();
        for (Read read : reads) {
            Write write = writes.get(read.value());
            if (write == null || read.ended() < write.begun()) {
                violations.add(neverWritten(read));
            } else {
                readsOfValues
                        .computeIfAbsent(read.value(), value -> new ArrayList<>())
                        .add(read);
            }
        }
        List<Zone> zones = writes.values().stream()
                .map(write -> Zone.of(write, readsOfValues.getOrDefault(write.value(), List.of())))
                .filter(Zone::happened)
                .sorted(Comparator.comparingLong(zone -> zone.write().begun()))
                .toList();
        for (int newer = 1; newer < zones.size(); newer++) {
            for (int older = newer - 1; older >= 0; older--) {
                if (zones.get(older).contradicts(zones.get(newer))) {
                    violations.add(violation(zones.get(older), zones.get(newer), reads));
                    break;
                }
            }
        }
    }

    private static Violation violation(Zone older, Zone newer, List<Read> reads) {
        Read last = reads.stream().max(Comparator.comparingLong(Read::begun)).orElseThrow();
        String what = "'" + newer.write().value() + "' and later still '"
                + older.write().value() + "'";
        if (newer.write().isAcknowledged() && last.value().equals(older.write().value())) {
            return new Violation(Kind.LOST, newer.write().row(), what + ", which stayed");
        }
        boolean wentBack = newer.reads().stream()
                .anyMatch(seen -> older.reads().stream()
                        .anyMatch(read -> read.reader().equals(seen.reader()) && seen.ended() < read.begun()));
        return new Violation(
                wentBack ? Kind.WENT_BACK : Kind.STALE, newer.write().row(), what);
    }

    private static Violation neverWritten(Read read) {
        return new Violation(
                Kind.NEVER_WRITTEN,
                read.row(),
                read.reader() + " read '" + read.value() + "', which was never written or not yet");
    }
}

package dev.seamless.tour.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The rows that all may read. Only the first ones have an owner. */
final class Rows {

    private final List<Row> rows;
    private final List<Row> shared;

    Rows(List<Row> seeded) {
        this.rows = new ArrayList<>(seeded);
        this.shared = seeded.stream().filter(Row::shared).toList();
    }

    Row anyShared(Random random) {
        return shared.get(random.nextInt(shared.size()));
    }

    synchronized Row any(Random random) {
        return rows.get(random.nextInt(rows.size()));
    }

    synchronized Row anyOfTheFirst(int count, Random random) {
        return rows.get(random.nextInt(Math.min(count, rows.size())));
    }

    synchronized void add(Row row) {
        rows.add(row);
    }
}

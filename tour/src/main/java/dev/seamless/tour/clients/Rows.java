package dev.seamless.tour.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The rows that all may read. Only the first ones have an owner. */
final class Rows {

    private final List<Row> rows;

    Rows(List<Row> seeded) {
        this.rows = new ArrayList<>(seeded);
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

package dev.seamless.ledger;

import java.util.Optional;

/**
 * Cuts the next range from what is left of the table. The table ends where it ended when the first range was cut, or the pass
 * could not end while rows are inserted: every row that comes later, here or there, is written by instances that write both
 * columns, or the pass is spoiled.
 */
final class Cut {

    private static final int WINDOWS_A_RANGE = 4;

    private final LedgerSession session;
    private final String pair;
    private final RangeWork work;

    Cut(LedgerSession session, String pair, RangeWork work) {
        this.session = session;
        this.pair = pair;
        this.work = work;
    }

    void cut(KeyRange rest, KeyRange free) {
        Optional<String> end = rest.end() == null ? work.last(session.connection()) : Optional.of(rest.end());
        if (end.isEmpty()) {
            session.ranges().store(pair, rest.finished());
            return;
        }
        KeyRange left = rest.over(rest.cursor(), end.get());
        Optional<String> ahead = ahead(left, free.window());
        session.ranges().store(pair, free.over(rest.cursor(), ahead.orElse(end.get())));
        session.ranges()
                .store(pair, ahead.map(from -> left.over(from, end.get())).orElseGet(left::finished));
    }

    /** A window alone where few are left: or one worker would have nothing to do while another one ends its range. */
    private Optional<String> ahead(KeyRange left, int window) {
        Optional<String> many = work.ahead(session.connection(), left, window * WINDOWS_A_RANGE);
        return many.isPresent() ? many : work.ahead(session.connection(), left, window);
    }
}

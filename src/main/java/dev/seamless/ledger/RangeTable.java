package dev.seamless.ledger;

/** The rows of {@code seamless_range}: the key ranges of the pass under way. */
final class RangeTable {

    private final LedgerSession session;

    RangeTable(LedgerSession session) {
        this.session = session;
    }

    /**
     * Waits for the windows of a pass that was just stopped: each locks its range, and reads under that lock whether the pass
     * still runs. In the order of their numbers, as every other that locks several.
     */
    void awaitWindows(String pair) {
        session.sql()
                .sql("select range_number from seamless_range where pair = ? order by range_number for update")
                .param(pair)
                .query(Integer.class)
                .list();
    }

    void clear(String pair) {
        session.sql()
                .sql("delete from seamless_range where pair = ?")
                .param(pair)
                .update();
    }
}

package dev.seamless.ledger;

import java.sql.Connection;
import java.util.Optional;

/** What a pass does to a table, in the transaction of one turn. */
public interface RangeWork {

    /** The place of the last row; empty if there is none. */
    Optional<String> last(Connection connection);

    /** The place that is so many rows behind the cursor of a range; empty if the range ends before. */
    Optional<String> ahead(Connection connection, KeyRange range, int rows);

    /** Brings up the next rows of a range, and returns the range as it is then. */
    KeyRange window(Connection connection, KeyRange range);
}

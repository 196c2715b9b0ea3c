package dev.seamless.backfill;

import java.util.List;

/**
 * Rows whose two columns differ.
 *
 * @param rows how many
 * @param keys the keys of some of them
 */
record Different(long rows, List<String> keys) {

    static final int KEYS_SHOWN = 20;
    static final Different NONE = new Different(0, List.of());

    Different {
        keys = List.copyOf(keys);
    }
}

package dev.seamless.schema;

import java.util.List;

/**
 * One locking statement of a migration, with what surrounds it: the content of one file.
 *
 * @param what what it does, in a word or two, for the name of the file
 * @param why what a reviewer should know, above all what it locks and for how long; a line each
 * @param pace how it takes its lock
 * @param statements the SQL, without semicolons
 */
record Step(String what, List<String> why, Pace pace, List<String> statements) {

    enum Pace {
        /** Its lock keeps others out, and so is held for a moment. */
        QUICK,
        /** Takes as long as the table is big, under a lock that lets others read and write. */
        SLOW,
        /** Likewise, and cannot run in a transaction. */
        CONCURRENT
    }

    static Step quick(String what, String statement, String... why) {
        return new Step(what, List.of(why), Pace.QUICK, List.of(statement));
    }

    static Step slow(String what, String statement, String... why) {
        return new Step(what, List.of(why), Pace.SLOW, List.of(statement));
    }

    /** Whether it takes as long as the table is big. */
    boolean takesLong() {
        return pace != Pace.QUICK;
    }

    boolean transactional() {
        return pace != Pace.CONCURRENT;
    }
}

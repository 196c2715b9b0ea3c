package dev.seamless;

/**
 * What one server instance reads from and writes to the two columns of a rename.
 *
 * <p>In the middle phases the other column is assigned if and only if the read column is, in the same statement, from
 * the same value. In no phase does a {@code SELECT} name the column that is not read.
 */
public enum SchemaPhase {

    /** Reads and writes the old column; the new one need not exist. */
    OLD(true, true, false),

    /** Reads the old column, writes both. */
    DUAL_WRITE(true, true, true),

    /** Reads the new column, writes both. */
    READ_NEW(false, true, true),

    /** Reads and writes the new column; the old one need not exist. */
    NEW(false, false, true);

    private final boolean readsOld;
    private final boolean writesOld;
    private final boolean writesNew;

    SchemaPhase(boolean readsOld, boolean writesOld, boolean writesNew) {
        this.readsOld = readsOld;
        this.writesOld = writesOld;
        this.writesNew = writesNew;
    }

    /** Whether the old column is the one that is read; otherwise the new one is. */
    public boolean readsOld() {
        return readsOld;
    }

    /** Whether the old column is assigned, and so must exist. */
    public boolean writesOld() {
        return writesOld;
    }

    /** Whether the new column is assigned, and so must exist. */
    public boolean writesNew() {
        return writesNew;
    }

    /** Whether both columns are assigned, and so must exist. */
    public boolean writesBoth() {
        return writesOld && writesNew;
    }
}

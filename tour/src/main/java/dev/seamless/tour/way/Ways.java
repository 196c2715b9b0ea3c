package dev.seamless.tour.way;

import dev.seamless.tour.fleet.Release;
import java.util.List;

/** The ways that are gone: that of docs/the-way-of-one-rename.md, with the phases of the API beside it. */
public final class Ways {

    private static final String CUTOFF = Release.CUTOFF;
    private static final String FIRST = Release.FIRST_APP;
    private static final String LATEST = "1.2.0";

    /** Where all ways begin: the annotation, and nothing else; no app is out that needs the new name. */
    public static final Release START = Release.of("old", "old", FIRST, FIRST);

    /** Both columns are written, and both names served. */
    public static final Release DUAL_WRITE = Release.of("dual-write", "both", FIRST, LATEST);

    /** The new column is read. */
    public static final Release READ_NEW = Release.of("read-new", "both", FIRST, LATEST);

    /** Apps that do not know the new name are told to upgrade. */
    public static final Release FLOOR = Release.of("read-new", "both", CUTOFF, LATEST);

    /** The new column alone; the new name alone is served. */
    public static final Release NEW = Release.of("new", "serve-new", CUTOFF, LATEST);

    /** The old name is refused. */
    public static final Release NEW_NAME_ALONE = Release.of("new", "new", CUTOFF, LATEST);

    /** The old column alone again; both names are served, for apps are out that need the new one. */
    public static final Release BACK_TO_OLD = Release.of("old", "both", FIRST, LATEST);

    private static final Release BACK_TO_READ_NEW = Release.of("read-new", "serve-new", CUTOFF, LATEST);

    private Ways() {}

    /**
     * All the way forth, and all the way back.
     *
     * @param rest how long nothing but traffic goes on, now and then, in seconds
     */
    public static List<Move> full(int rest) {
        return List.of(
                Move.arrival(12),
                Move.quiet(rest),
                Move.migrate("expand"),
                Move.deployAndReleaseNewApp("dual write, both names, new app", DUAL_WRITE),
                Move.quiet(rest),
                Move.pass("backfill").agreeing(),
                Move.migrate("align").agreeing(),
                Move.deploy("read new", READ_NEW).agreeing(),
                Move.quiet(rest).agreeing(),
                Move.deploy("the floor rises", FLOOR).agreeing(),
                Move.migrate("release").agreeing(),
                Move.deploy("new, serve new", NEW),
                Move.deploy("the old name is refused", NEW_NAME_ALONE),
                Move.migrate("contract"),
                Move.quiet(rest),
                Move.migrateBack("retreat"),
                Move.deploy("back to read new", BACK_TO_READ_NEW),
                Move.pass("reverse-backfill").agreeing(),
                Move.migrateBack("tighten").agreeing(),
                Move.deploy("back to dual write, both names", DUAL_WRITE).agreeing(),
                Move.quiet(rest).agreeing(),
                Move.migrateBack("loosen").agreeing(),
                Move.deploy("back to old", BACK_TO_OLD),
                Move.migrateBack("withdraw"),
                Move.quiet(rest));
    }

    /** The way forth, with as few deploys as it can do with. */
    public static List<Move> brief() {
        return List.of(
                Move.arrival(4),
                Move.quiet(4),
                Move.migrate("expand"),
                Move.deployAndReleaseNewApp("dual write, both names, new app", DUAL_WRITE),
                Move.pass("backfill").agreeing(),
                Move.migrate("align").agreeing(),
                Move.deploy("read new, the floor rises", FLOOR).agreeing(),
                Move.migrate("release").agreeing(),
                Move.deploy("new, serve new", NEW),
                Move.migrate("contract"),
                Move.quiet(4));
    }
}

package dev.seamless.tour.way;

import dev.seamless.tour.chaos.Chaos;
import dev.seamless.tour.clients.Crowd;
import dev.seamless.tour.clients.Terms;
import dev.seamless.tour.database.Database;
import dev.seamless.tour.fleet.Fleet;
import dev.seamless.tour.fleet.Release;

/** What the moves are made with. */
public final class Stage {

    private final Database database;
    private final Fleet fleet;
    private final Migrations migrations;
    private final Passes passes;
    private final Crowd crowd;
    private Release release;

    /** A stage on which a release is live. */
    public Stage(Database database, Fleet fleet, Migrations migrations, Passes passes, Crowd crowd, Release release) {
        this.database = database;
        this.fleet = fleet;
        this.migrations = migrations;
        this.passes = passes;
        this.crowd = crowd;
        this.release = release;
    }

    /** What the passes have done. */
    public Passes passes() {
        return passes;
    }

    /** The fleet. */
    public Fleet fleet() {
        return fleet;
    }

    /** The database. */
    public Database database() {
        return database;
    }

    /** What is live, or comes next beside it. */
    public Release release() {
        return release;
    }

    /** Runs a command that says how a pass goes on. */
    void pass(String name) throws Exception {
        passes.run(name, release);
        fleet.settle();
    }

    /** Makes a migration of the way forth or back. */
    void migrate(String migration, String way) throws Exception {
        migrations.make(migration, way, release);
        fleet.settle();
    }

    /** A deploy, after which a release is live everywhere. */
    void deploy(Release next) throws Exception {
        crowd.meets(terms(release, next));
        fleet.deploy(next);
        release = next;
        crowd.meets(terms(next, next));
    }

    private static Terms terms(Release one, Release other) {
        return new Terms(
                one.raisesTheFloor() || other.raisesTheFloor(),
                one.raisesTheFloor() && other.raisesTheFloor(),
                one.servesTheNewNameAlone() || other.servesTheNewNameAlone());
    }

    /** The new app is in the stores. */
    void releaseNewApp() {
        crowd.releaseNewApp();
    }

    /** Whoever makes the moves waits for what went wrong on purpose. */
    public void recover(Chaos chaos) throws Exception {
        chaos.await();
        fleet.heal();
    }
}

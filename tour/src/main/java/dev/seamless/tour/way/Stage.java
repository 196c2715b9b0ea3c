package dev.seamless.tour.way;

import dev.seamless.tour.chaos.Chaos;
import dev.seamless.tour.clients.Crowd;
import dev.seamless.tour.database.Database;
import dev.seamless.tour.fleet.Command;
import dev.seamless.tour.fleet.Fleet;
import dev.seamless.tour.fleet.Release;
import dev.seamless.tour.timeline.Timeline;

/** What the moves are made with. */
public final class Stage {

    final Timeline timeline;
    final Database database;
    final Fleet fleet;
    final Command command;
    final Migrations migrations;
    final Crowd crowd;
    final Agreement agreement;
    final Passes passes;
    Release release;

    /** A stage on which a release is live. */
    public Stage(
            Timeline timeline,
            Database database,
            Fleet fleet,
            Command command,
            Migrations migrations,
            Crowd crowd,
            Agreement agreement,
            Release release) {
        this.timeline = timeline;
        this.database = database;
        this.fleet = fleet;
        this.command = command;
        this.migrations = migrations;
        this.crowd = crowd;
        this.agreement = agreement;
        this.passes = new Passes(command);
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
    }

    /** A deploy, after which a release is live everywhere. */
    void deploy(Release next) throws Exception {
        crowd.floorMayBeRaised(release.raisesTheFloor() || next.raisesTheFloor());
        fleet.deploy(next);
        release = next;
        crowd.floorMayBeRaised(next.raisesTheFloor());
    }

    /** Whoever makes the moves waits for what went wrong on purpose. */
    public void recover(Chaos chaos) throws Exception {
        chaos.await();
        fleet.heal();
    }
}

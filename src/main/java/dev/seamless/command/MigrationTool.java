package dev.seamless.command;

import java.util.List;

/** What runs the application's migrations. */
public interface MigrationTool {

    /** How the files of a migration are written for it. */
    enum Format {
        /** SQL files with a version in their names. */
        FLYWAY,
        /** One changelog of formatted SQL. */
        LIQUIBASE
    }

    /** The format of its files. */
    Format format();

    /** Whether the configuration lets it run. */
    boolean isEnabled();

    /**
     * Runs all that has not run yet, again where a migration of a rename does not get its lock, and returns the names of what has
     * run.
     */
    List<String> migrate();
}

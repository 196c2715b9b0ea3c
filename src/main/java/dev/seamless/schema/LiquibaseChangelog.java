package dev.seamless.schema;

import dev.seamless.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes a migration for Liquibase: one changelog of formatted SQL, {@code user-bio-align.sql}, with a changeset for each locking
 * statement.
 */
public final class LiquibaseChangelog {

    private final Path directory;

    /** Changelogs in the given directory, which is made if it is not there. */
    public LiquibaseChangelog(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes the changelog that creates the ledger's tables, which runs before the first expand, and returns its path; the same
     * may be there already.
     *
     * @throws RefusedException if there is another one
     * @throws IOException if it cannot be written
     */
    public Path writeLedger(String script) throws IOException {
        Files.createDirectories(directory);
        Path path = directory.resolve("seamless-ledger.sql");
        String text = "--liquibase formatted sql\n\n--changeset seamless:ledger\n" + script;
        if (!Files.exists(path)) {
            return Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
        }
        if (!Files.readString(path).equals(text)) {
            throw new RefusedException(
                    path + " creates the tables of the ledger otherwise than this database needs them.",
                    "Delete it if it has run nowhere; or plan into a directory of this database's own.");
        }
        return path;
    }

    /**
     * Writes the changelog and returns its path. A way that is gone again after it was gone back has changelogs with a number.
     *
     * @param rename the id of the rename
     * @throws IOException if it cannot be written
     */
    public Path write(String rename, List<MigrationFile> files) throws IOException {
        Files.createDirectories(directory);
        String name = rename + "-" + files.get(0).migration();
        for (int again = 2; Files.exists(directory.resolve(name + ".sql")); again++) {
            name = rename + "-" + files.get(0).migration() + "-" + again;
        }
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 0; i < files.size(); i++) {
            MigrationFile file = files.get(i);
            text.append("\n--changeset seamless:").append(name).append('-').append(i + 1);
            // A block of procedural SQL has semicolons of its own, and only runs in a transaction.
            text.append(file.transactional() ? " splitStatements:false" : " runInTransaction:false");
            text.append('\n').append(file.sql());
        }
        return Files.writeString(directory.resolve(name + ".sql"), text, StandardOpenOption.CREATE_NEW);
    }
}

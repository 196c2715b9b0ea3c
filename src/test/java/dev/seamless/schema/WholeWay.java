package dev.seamless.schema;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Migration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Walks a table forth and all the way back, and keeps the files of each migration. */
final class WholeWay {

    private static final List<Migration> ORDER = List.of(
            Migration.EXPAND,
            Migration.ALIGN,
            Migration.RELEASE,
            Migration.CONTRACT,
            Migration.RETREAT,
            Migration.TIGHTEN,
            Migration.LOOSEN,
            Migration.WITHDRAW);

    private WholeWay() {}

    static List<List<MigrationFile>> of(FreshDatabase database, TestDatabase kind, TableCase table, Path directory) {
        Walk walk = new Walk(database, directory, TableCase.PAIR, table.change(kind), false);
        List<List<MigrationFile>> files = new ArrayList<>();
        for (Migration migration : ORDER) {
            files.add(walk.files(migration));
            walk.migrate(migration);
            if (migration == Migration.EXPAND || migration == Migration.RETREAT) {
                database.execute(table.fill(kind, migration == Migration.EXPAND));
            }
        }
        return files;
    }
}

package dev.seamless.schema;

import static dev.seamless.protocol.Migration.ALIGN;
import static dev.seamless.protocol.Migration.CONTRACT;
import static dev.seamless.protocol.Migration.EXPAND;
import static dev.seamless.protocol.Migration.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Marker;
import dev.seamless.protocol.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same statements as changelogs, run by Liquibase. */
class LiquibaseChangelogTest {

    @TempDir
    private Path directory;

    static Stream<Arguments> cases() {
        return MigrationsTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWayForthEndsAtATableThatAlwaysHadTheNewName(TestDatabase kind, TableCase table) throws Exception {
        try (FreshDatabase database = kind.open();
                FreshDatabase renamed = kind.open()) {
            table.statements(kind, "bio").forEach(database::execute);
            table.statements(kind, "description").forEach(renamed::execute);
            for (Migration migration : List.of(EXPAND, ALIGN, RELEASE, CONTRACT)) {
                List<MigrationFile> files =
                        new Migrations(Walk.table(database, TableCase.PAIR), table.change(kind)).files(migration);
                run(database, new LiquibaseChangelog(directory).write("user-bio", files));
                if (migration == EXPAND) {
                    database.execute(table.fill(kind, true));
                }
            }

            assertThat(Shape.of(Walk.table(database, TableCase.PAIR)))
                    .isEqualTo(Shape.of(Walk.table(renamed, TableCase.PAIR)));
        }
    }

    private void run(FreshDatabase database, Path changelog) throws Exception {
        Logger.getLogger("liquibase").setLevel(Level.OFF);
        Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> update(database, changelog));
    }

    private void update(FreshDatabase database, Path changelog) throws Exception {
        try (Connection connection = database.connect();
                Liquibase liquibase = new Liquibase(
                        changelog.getFileName().toString(),
                        new DirectoryResourceAccessor(directory),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.update(new Contexts());
        }
    }

    @Test
    void theLedgersChangelogIsWrittenOnceAndAnotherOneIsRefused() throws IOException {
        LiquibaseChangelog changelog = new LiquibaseChangelog(directory);
        Path first = changelog.writeLedger("create table a (b int);");

        assertThat(first).hasFileName("seamless-ledger.sql");
        assertThat(changelog.writeLedger("create table a (b int);")).isEqualTo(first);
        assertThatThrownBy(() -> changelog.writeLedger("create table a (b bigint);"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(first.toString());
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void theMarkersStandInTheFirstAndTheLastChangeset(TestDatabase kind) throws IOException {
        try (FreshDatabase database = kind.open()) {
            TableCase.CONSTRAINED.statements(kind, "bio").forEach(database::execute);
            List<MigrationFile> files = new Migrations(Walk.table(database, TableCase.PAIR)).files(EXPAND);
            Path first = new LiquibaseChangelog(directory).write("user-bio", files);
            Path again = new LiquibaseChangelog(directory).write("user-bio", files);

            String[] changesets = Files.readString(first).split("--changeset seamless:");
            assertThat(first).hasFileName("user-bio-expand.sql");
            assertThat(again).hasFileName("user-bio-expand-2.sql");
            assertThat(changesets).hasSize(files.size() + 1);
            assertThat(Marker.in(changesets[1])).isNotEmpty();
            assertThat(Marker.in(changesets[files.size()])).isNotEmpty();
        }
    }
}

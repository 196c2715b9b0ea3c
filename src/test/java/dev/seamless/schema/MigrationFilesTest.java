package dev.seamless.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Marker;
import dev.seamless.protocol.Marker.Kind;
import dev.seamless.protocol.Migration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every generated file has, whatever it does. */
class MigrationFilesTest {

    private static final Pattern LOCKING = Pattern.compile(
            "^(set statement [^\\n]* for )?\\s*(alter table|alter index|create (unique |spatial )?index)",
            Pattern.MULTILINE);

    private static final Map<String, List<List<MigrationFile>>> WAYS = new ConcurrentHashMap<>();

    @TempDir
    private static Path directory;

    static Stream<Arguments> cases() {
        return MigrationsTest.cases();
    }

    private static List<List<MigrationFile>> wholeWay(TestDatabase kind, TableCase table) {
        return WAYS.computeIfAbsent(kind + " " + table, way -> walk(kind, table));
    }

    private static List<List<MigrationFile>> walk(TestDatabase kind, TableCase table) {
        try (FreshDatabase database = kind.open()) {
            table.statements(kind, "bio").forEach(database::execute);
            return WholeWay.of(database, kind, table, directory.resolve(kind + "-" + table));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneLockingStatementAFileUnderALockTimeout(TestDatabase kind, TableCase table) {
        assertThat(wholeWay(kind, table))
                .hasSize(Migration.values().length)
                .allSatisfy(files -> assertThat(files).allSatisfy(file -> {
                    assertThat(LOCKING.matcher(file.sql()).results().count())
                            .as(file.sql())
                            .isLessThanOrEqualTo(1);
                    assertThat(file.sql()).containsPattern("lock_(wait_)?timeout|select 1;");
                    assertThat(file.sql()).as("says what it locks").containsPattern("(?m)^-- (?!seamless)");
                }));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFirstFileBeginsAndTheLastOneLifts(TestDatabase kind, TableCase table) {
        assertThat(wholeWay(kind, table)).allSatisfy(files -> {
            Migration migration = files.get(0).migration();
            List<Marker> markers = files.stream()
                    .flatMap(file -> Marker.in(file.sql()).stream())
                    .filter(marker -> marker.kind() != Kind.LONG)
                    .toList();
            assertThat(markers)
                    .hasSameSizeAs(files)
                    .allSatisfy(marker -> assertThat(marker)
                            .isEqualTo(new Marker(
                                    files.size() == 1
                                            ? Kind.WHOLE
                                            : marker == markers.get(0)
                                                    ? Kind.BEGIN
                                                    : marker == markers.get(files.size() - 1) ? Kind.LIFT : Kind.PART,
                                    migration,
                                    TableCase.PAIR)));
            assertThat(files.get(0).sql()).startsWith(markers.get(0) + "\n");
            assertThat(Marker.in(files.get(files.size() - 1).sql())).isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Migration.class,
            names = {"RELEASE", "LOOSEN", "TIGHTEN"})
    void aMigrationThatHasNothingToDoHasAFileToo(Migration migration) {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            database.execute("create table users (id int primary key, bio int, description int)");
            List<MigrationFile> files = new Migrations(Walk.table(database, TableCase.PAIR)).files(migration);

            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.part()).isEmpty();
                assertThat(Marker.in(file.sql())).containsExactly(new Marker(Kind.WHOLE, migration, TableCase.PAIR));
            });
        }
    }

    @Test
    void whereMariaDbWouldKeepWritersOutTheFilesSaySoAndThereIsNoSeal() {
        assumeThat(TestDatabase.all()).contains(TestDatabase.MARIADB);
        try (FreshDatabase database = TestDatabase.MARIADB.open()) {
            database.execute("create table teams (id int primary key)");
            database.execute(
                    "create table users (id int primary key, bio int, description int, team int, check (bio > 0),"
                            + " foreign key (team) references teams (id) on delete cascade)");
            List<MigrationFile> files = new Migrations(Walk.table(database, TableCase.PAIR)).files(Migration.ALIGN);

            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(file.sql())
                            .contains(
                                    "-- NO SEAL: a check is added by copying the table, and MariaDB keeps writers out")
                            .contains("-- WRITERS WAIT as long as the table is big")
                            .contains("lock=shared"));
            Walk.run(
                    database,
                    files.get(0)
                            .sql()
                            .lines()
                            .filter(line -> line.startsWith("set"))
                            .toList());
            assertThat(Walk.table(database, TableCase.PAIR).constrained("description"))
                    .isTrue();
        }
    }
}

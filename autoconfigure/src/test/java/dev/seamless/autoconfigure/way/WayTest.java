package dev.seamless.autoconfigure.way;

import static dev.seamless.SchemaPhase.DUAL_WRITE;
import static dev.seamless.SchemaPhase.NEW;
import static dev.seamless.SchemaPhase.OLD;
import static dev.seamless.SchemaPhase.READ_NEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.autoconfigure.back.BackAgain;
import dev.seamless.autoconfigure.there.There;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** From the annotation to the end and all the way back, by commands and deploys alone, with every kind of table at once. */
@ExtendWith(OutputCaptureExtension.class)
class WayTest {

    @TempDir
    private Path scripts;

    /** Every day on one, as each takes most of a minute; the sample's own steps are walked on H2. */
    static Stream<TestDatabase> databases() {
        List<TestDatabase> all = TestDatabase.all().toList();
        return all.contains(TestDatabase.MARIADB) ? all.stream() : Stream.of(TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void forthAndBackByCommandsAlone(TestDatabase kind, CapturedOutput output) throws IOException {
        Files.writeString(scripts.resolve("V1__tables.sql"), Tables.sql(kind));
        try (FreshDatabase database = kind.open();
                Journey journey = new Journey(WayApplication.class, database, scripts, Luggage.RENAMES)) {
            Luggage luggage = new Luggage(database);
            journey.command("migrate");
            luggage.packed();
            step(journey, luggage, OLD);
            journey.migrate(false);
            step(journey, luggage, DUAL_WRITE);
            journey.command("backfill");
            luggage.isInBothColumns();
            journey.migrate(false);
            luggage.isInBothColumns();
            step(journey, luggage, READ_NEW);
            luggage.isInBothColumns();
            journey.migrate(false);
            step(journey, luggage, NEW);
            journey.migrate(false);
            luggage.isInTheNewColumnsAlone();

            journey.migrate(true);
            step(journey, luggage, READ_NEW);
            journey.command("reverse-backfill");
            luggage.isInBothColumns();
            journey.migrate(true);
            step(journey, luggage, DUAL_WRITE);
            luggage.isInBothColumns();
            journey.migrate(true);
            step(journey, luggage, OLD);
            journey.migrate(true);
            luggage.isInTheOldColumnsAlone();
        }
        assertThat(output).contains("the next move is contract").contains("the next move back is withdraw");
    }

    /** What was bio and is description becomes bio again: another rename, of another pair. */
    @ParameterizedTest
    @MethodSource("databases")
    void aRenameBackIsARenameLikeAnyOther(TestDatabase kind) throws IOException {
        Files.writeString(
                scripts.resolve("V1__tables.sql"),
                "create table plain (id bigint primary key, bio varchar(280) not null);\n"
                        + "insert into plain values (1, 'first');");
        try (FreshDatabase database = kind.open()) {
            forth(new Journey(There.class, database, scripts, List.of("there")), "description", database);
            forth(new Journey(BackAgain.class, database, scripts, List.of("back-again")), "bio", database);
        }
    }

    private static void forth(Journey journey, String column, FreshDatabase database) {
        try (journey) {
            journey.command("migrate");
            for (SchemaPhase phase : SchemaPhase.values()) {
                journey.deploy(phase);
                if (phase == DUAL_WRITE) {
                    journey.command("backfill");
                }
                journey.migrate(false);
            }
        }
        assertThat(new JdbcTemplate(new DriverManagerDataSource(database.url(), database.user(), database.password()))
                        .queryForMap("select * from plain"))
                .hasSize(2)
                .containsEntry(column, "first");
    }

    private static void step(Journey journey, Luggage luggage, SchemaPhase phase) {
        luggage.isReadBy(journey.deploy(phase));
        luggage.isWrittenBy(journey.deploy(phase));
    }
}

package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.TestSize;
import dev.seamless.database.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pass needs the memory of a window, however many rows there are. */
class MemoryTest {

    /** Little more than half of what the rows of the small table hold, a sixth of those of the large one. */
    private static final int HEAP_MEGABYTES = 32;

    private static final int ROWS = TestSize.of(60_000, 1_000_000);
    private static final int LENGTH = TestSize.of(900, 200);

    static Stream<Arguments> servers() {
        return TestDatabase.all()
                .filter(database -> database != TestDatabase.H2)
                .flatMap(database -> Stream.of(Arguments.of(database, false), Arguments.of(database, true)));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aHeapThatDoesNotHoldTheTableIsEnough(TestDatabase database, boolean converts) throws Exception {
        try (PassTown town = new PassTown(database, "id integer primary key", "varchar(1000)", "varchar(1000)")) {
            town.fill(ROWS);
            town.execute("update users set bio = rpad(concat('about ', id), " + LENGTH + ", 'x')");

            String result =
                    BackfillProcess.start(town, HEAP_MEGABYTES, converts).result();

            assertThat(result).isEqualTo("MARKED " + ROWS);
            assertThat(town.drifted()).isZero();
        }
    }
}

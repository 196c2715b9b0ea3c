package dev.seamless.tour.history;

import static dev.seamless.tour.history.Violation.Kind.LOST;
import static dev.seamless.tour.history.Violation.Kind.NEVER_WRITTEN;
import static dev.seamless.tour.history.Violation.Kind.STALE;
import static dev.seamless.tour.history.Violation.Kind.WENT_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.tour.history.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories of one row: those of a truthful database, and those with a planted fault. */
class CheckerTest {

    private static final long ROW = 7;

    static Stream<Told> truthful() {
        return Stream.of(
                told("a write is read").write("one", 0, 1).read("me", "one", 2, 3),
                told("what was there first is read until it is overwritten")
                        .read("me", "first", 0, 1)
                        .write("one", 2, 3)
                        .read("me", "one", 4, 5),
                told("a read beside a write sees either")
                        .write("one", 0, 10)
                        .read("me", "one", 1, 2)
                        .read("you", "first", 1, 3),
                told("a write that was not acknowledged shows")
                        .pending("one", 0)
                        .read("me", "one", 20, 21),
                told("a write that was not acknowledged never shows")
                        .pending("one", 0)
                        .read("me", "first", 20, 21)
                        .write("two", 22, 23)
                        .read("me", "two", 24, 25),
                told("a write that was not acknowledged shows late, after an acknowledged one")
                        .pending("one", 0)
                        .write("two", 1, 2)
                        .read("me", "two", 3, 4)
                        .read("me", "one", 5, 6)
                        .read("you", "one", 7, 8),
                told("a write that was not acknowledged is superseded before anybody has seen it")
                        .pending("one", 0)
                        .write("two", 1, 2)
                        .read("me", "two", 3, 4)
                        .read("me", "two", 50, 51),
                told("writes that nobody reads")
                        .write("one", 0, 1)
                        .write("two", 2, 3)
                        .read("me", "two", 4, 5),
                told("reads that overlap each other and the write")
                        .write("one", 0, 1)
                        .write("two", 2, 9)
                        .read("me", "two", 3, 8)
                        .read("you", "one", 2, 7));
    }

    static Stream<Told> faults() {
        return Stream.of(
                told("a lost write", LOST).write("one", 0, 1).write("two", 2, 3).read("at the end", "one", 9, 9),
                told("a lost first write", LOST).write("one", 0, 1).read("at the end", "first", 9, 9),
                told("a write that was seen and is lost", LOST)
                        .write("one", 0, 1)
                        .write("two", 2, 3)
                        .read("me", "two", 4, 5)
                        .read("at the end", "one", 9, 9),
                told("a stale read", STALE)
                        .write("one", 0, 1)
                        .write("two", 2, 3)
                        .read("me", "one", 4, 5)
                        .read("you", "two", 6, 7),
                told("a read that goes back", WENT_BACK)
                        .write("one", 0, 1)
                        .write("two", 2, 3)
                        .read("me", "two", 4, 5)
                        .read("me", "one", 6, 7)
                        .read("me", "two", 8, 9),
                told("a read that goes back while the write is not acknowledged yet", WENT_BACK)
                        .write("one", 0, 1)
                        .write("two", 2, 20)
                        .read("me", "two", 4, 5)
                        .read("me", "one", 6, 7)
                        .read("me", "two", 21, 22),
                told("what another had seen is not seen", STALE)
                        .write("one", 0, 1)
                        .write("two", 2, 20)
                        .read("you", "two", 4, 5)
                        .read("me", "one", 6, 7)
                        .read("me", "two", 21, 22),
                told("a write that was not acknowledged shows, goes and shows again", WENT_BACK)
                        .write("one", 0, 1)
                        .pending("two", 2)
                        .read("me", "two", 4, 5)
                        .read("me", "one", 6, 7)
                        .read("me", "two", 8, 9),
                told("an acknowledged write comes back after a late one had overwritten it", WENT_BACK)
                        .pending("one", 0)
                        .write("two", 1, 2)
                        .read("me", "two", 3, 4)
                        .read("me", "one", 5, 6)
                        .read("me", "two", 7, 8),
                told("what nobody wrote", NEVER_WRITTEN).write("one", 0, 1).read("me", "three", 2, 3),
                told("a read before its write", NEVER_WRITTEN)
                        .read("me", "one", 0, 1)
                        .write("one", 2, 3)
                        .read("me", "one", 4, 5));
    }

    @ParameterizedTest
    @MethodSource("truthful")
    void findsNothing(Told history) {
        assertThat(history.violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsTheFault(Told history) {
        assertThat(history.violations()).extracting(Violation::kind).containsExactly(history.expected);
    }

    private static Told told(String name, Kind... expected) {
        return new Told(name, expected);
    }

    /** A history as it is told, of a row that held "first" before. */
    private static final class Told {

        private final String name;
        private final Kind[] expected;
        private final List<Write> writes = new ArrayList<>(List.of(Write.first(ROW, "first")));
        private final List<Read> reads = new ArrayList<>();

        private Told(String name, Kind[] expected) {
            this.name = name;
            this.expected = expected;
        }

        Told write(String value, long begun, long ended) {
            writes.add(new Write(ROW, value, begun, ended));
            return this;
        }

        Told pending(String value, long begun) {
            return write(value, begun, Write.NEVER);
        }

        Told read(String reader, String value, long begun, long ended) {
            reads.add(new Read(ROW, value, reader, begun, ended));
            return this;
        }

        List<Violation> violations() {
            return Checker.check(writes, reads);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}

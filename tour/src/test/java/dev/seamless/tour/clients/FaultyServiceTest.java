package dev.seamless.tour.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.seamless.tour.history.History;
import dev.seamless.tour.history.Violation;
import dev.seamless.tour.history.Violation.Kind;
import dev.seamless.tour.history.Write;
import dev.seamless.tour.timeline.Figures;
import dev.seamless.tour.timeline.Timeline;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients make of a service that does one thing wrong. */
class FaultyServiceTest {

    private static final Load LOAD = new Load(2, 20, 600, 0.5);
    private static final int ROWS = 200;
    private static final int ENOUGH = 400;

    private final History history = new History();
    private final Timeline timeline = new Timeline();

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(FaultyService.Fault.NONE, Set.of(), Set.of()),
                arguments(FaultyService.Fault.NEW_NAME_TO_OLD_APPS, Set.of(Kind.WRONG_SHAPE), Set.of()),
                arguments(FaultyService.Fault.NEW_NAME_ALONE_TO_WHO_DOES_NOT_SAY, Set.of(Kind.WRONG_SHAPE), Set.of()),
                arguments(
                        FaultyService.Fault.TWO_VALUES,
                        Set.of(Kind.WRONG_SHAPE, Kind.NEVER_WRITTEN, Kind.STALE),
                        Set.of()),
                arguments(FaultyService.Fault.OBJECT_AS_VALUE, Set.of(Kind.NEVER_WRITTEN, Kind.STALE), Set.of()),
                arguments(FaultyService.Fault.NO_BODY, Set.of(Kind.WRONG_SHAPE), Set.of("another row", "short page")),
                arguments(FaultyService.Fault.SHORT_PAGES, Set.of(), Set.of("short page")),
                arguments(FaultyService.Fault.ANOTHER_ROW, Set.of(Kind.NEVER_WRITTEN), Set.of("another row")),
                arguments(FaultyService.Fault.FORGETS_WRITES, Set.of(Kind.LOST, Kind.STALE, Kind.WENT_BACK), Set.of()),
                arguments(FaultyService.Fault.FORGETS_THE_FIELD_WITH_ANOTHER, Set.of(Kind.NEVER_WRITTEN), Set.of()),
                arguments(FaultyService.Fault.ANSWERS_WITH_THE_VALUE_BEFORE, Set.of(Kind.STALE), Set.of()),
                arguments(FaultyService.Fault.TELLS_NEW_APPS_TO_UPGRADE, Set.of(), Set.of("HTTP 426")),
                arguments(FaultyService.Fault.REFUSES_THE_OLD_NAME, Set.of(), Set.of("HTTP 400")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsSeen(FaultyService.Fault fault, Set<Kind> violations, Set<String> failures) throws Exception {
        play(fault, Terms.AT_FIRST);
        Set<Kind> seen =
                history.violations().stream().map(Violation::kind).collect(Collectors.toCollection(TreeSet::new));
        assertThat(violations).as("%s", seen).containsAll(seen);
        assertThat(seen.isEmpty()).isEqualTo(violations.isEmpty());
        assertThat(new Figures(timeline).failures(false).keySet()).isEqualTo(failures);
        assertThat(timeline.samples().size()).isGreaterThan(ENOUGH);
    }

    @Test
    void anOldAppThatIsServedThoughTheFloorIsRaisedIsSeen() throws Exception {
        play(FaultyService.Fault.NONE, new Terms(true, true, false));
        assertThat(history.violations()).extracting(Violation::kind).containsOnly(Kind.BELOW_FLOOR);
    }

    @Test
    void whoDoesNotSayWhatItKnowsMayMissTheOldNameWhenItMayBeGone() throws Exception {
        play(FaultyService.Fault.NEW_NAME_ALONE_TO_WHO_DOES_NOT_SAY, new Terms(false, false, true));
        assertThat(history.violations()).isEmpty();
    }

    private void play(FaultyService.Fault fault, Terms terms) throws Exception {
        List<Long> ids = LongStream.rangeClosed(1, ROWS).boxed().toList();
        ids.forEach(id -> history.add(Write.first(id, "seed " + id)));
        try (FaultyService service = new FaultyService(fault, ROWS);
                Crowd crowd = new Crowd(service.url(), history, timeline, ids, LOAD, 1)) {
            crowd.releaseNewApp();
            crowd.meets(terms);
            crowd.begin();
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (timeline.samplesAfter(ENOUGH).isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            crowd.close();
            assertThat(crowd.broken()).isNull();
        }
    }
}

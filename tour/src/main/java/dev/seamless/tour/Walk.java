package dev.seamless.tour;

import dev.seamless.tour.chaos.Chaos;
import dev.seamless.tour.chaos.Plan;
import dev.seamless.tour.clients.Crowd;
import dev.seamless.tour.history.History;
import dev.seamless.tour.history.Violation;
import dev.seamless.tour.report.Leg;
import dev.seamless.tour.report.Result;
import dev.seamless.tour.report.Screen;
import dev.seamless.tour.timeline.Figures;
import dev.seamless.tour.timeline.Latency;
import dev.seamless.tour.timeline.Outcome;
import dev.seamless.tour.timeline.Sample;
import dev.seamless.tour.timeline.Span;
import dev.seamless.tour.timeline.Timeline;
import dev.seamless.tour.way.Agreement;
import dev.seamless.tour.way.Move;
import dev.seamless.tour.way.Seeding;
import dev.seamless.tour.way.Stage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one move after the other, and looks at the history after each. */
final class Walk {

    /** Requests that the checker kept from a core are not the next move's. */
    private static final long AFTER_A_LOOK = 250;

    private final List<Move> way;
    private final List<Plan> plans;
    private final Stage stage;
    private final Chaos chaos;
    private final History history;
    private final Timeline timeline;
    private final Agreement agreement;
    private final List<Span> moves = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<List<Violation>> found = new ArrayList<>();
    private final Set<Violation> known = new HashSet<>();
    private @Nullable String ended;

    /**
     * A walk.
     *
     * @param plans what goes wrong during each move, or nothing
     */
    Walk(
            List<Move> way,
            List<Plan> plans,
            Stage stage,
            Chaos chaos,
            History history,
            Timeline timeline,
            Agreement agreement) {
        this.way = way;
        this.plans = plans;
        this.stage = stage;
        this.chaos = chaos;
        this.history = history;
        this.timeline = timeline;
        this.agreement = agreement;
    }

    void go(Screen screen) throws InterruptedException {
        Thread looks = new Thread(agreement, "agreement");
        looks.setDaemon(true);
        looks.start();
        try {
            for (int i = 0; i < way.size() && ended == null; i++) {
                screen.begins(i);
                make(way.get(i), plans.isEmpty() ? null : plans.get(i));
                screen.ended(leg(moves.size() - 1, new Figures(timeline)), known.size());
                Thread.sleep(AFTER_A_LOOK);
            }
        } finally {
            looks.interrupt();
            looks.join();
        }
    }

    private void make(Move move, @Nullable Plan plan) throws InterruptedException {
        if (!move.agree()) {
            agreement.holds(false);
        }
        long from = timeline.now();
        List<String> noted = new ArrayList<>();
        try (Timeline.Open going = timeline.open(move.kind(), move.name())) {
            if (plan != null && move.isMove()) {
                chaos.begin(plan, move.usual());
                noted.add(plan.disruption().toString());
            }
            move.act().on(stage);
            stage.recover(chaos);
            if (move.agree()) {
                agreement.look("after " + move.name());
                agreement.holds(true);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            endedBy(move.name(), e);
        }
        moves.add(new Span(move.kind(), move.name(), from, timeline.now()));
        noted.add(move.note(stage));
        notes.add(noted.stream().filter(note -> !note.isEmpty()).collect(Collectors.joining("; ")));
        remember();
    }

    private void endedBy(String what, Throwable e) {
        ended = (ended == null ? "" : ended + "; ") + what + ": " + e;
    }

    /** What the history shows now and did not before. */
    private void remember() {
        found.add(history.violations().stream().filter(known::add).toList());
    }

    /** Everybody has gone: what the table says now is the last word. */
    void end(Crowd crowd, Seeding rows) throws InterruptedException {
        crowd.close();
        if (crowd.broken() != null) {
            endedBy("a client", crowd.broken());
        }
        try {
            rows.reap(stage.release().readColumn(), timeline.now());
        } catch (SQLException e) {
            endedBy("the table at the end", e);
        }
        List<Violation> last = history.violations().stream().filter(known::add).toList();
        List<Violation> all = new ArrayList<>(found.remove(found.size() - 1));
        all.addAll(last);
        found.add(all);
    }

    Result result(String name, long seed, boolean withChaos) {
        Figures figures = new Figures(timeline);
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            legs.add(leg(i, figures));
        }
        return new Result(
                name,
                seed,
                withChaos,
                timeline.now() / 1e9,
                history.acknowledged(),
                history.reads(),
                agreement.looks(),
                figures,
                legs,
                history.violations(),
                ended);
    }

    private Leg leg(int index, Figures figures) {
        Span span = moves.get(index);
        List<Sample> during = figures.during(span);
        int failed = (int) during.stream()
                .filter(sample -> sample.outcome() == Outcome.FAILED)
                .count();
        Latency latency = figures.latency(span);
        return new Leg(span, during.size(), failed, latency, found.get(index), notes.get(index));
    }
}

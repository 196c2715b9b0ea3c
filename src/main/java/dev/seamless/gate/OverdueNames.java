package dev.seamless.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log once a day which old names have outlived their sunset, and what holds them. */
public final class OverdueNames implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OverdueNames.class);

    private final Judge judge;
    private final List<ApiWindow> planned;
    private final Clock clock;
    private final ScheduledExecutorService daily;

    /** Begins to watch, with a first look at once; no thread runs where no sunset is planned. */
    public OverdueNames(Gate gate, Judge judge, Clock clock) {
        this.judge = judge;
        this.clock = clock;
        this.planned = gate.windows().stream()
                .filter(window -> window.sunset() != null)
                .toList();
        this.daily = Executors.newScheduledThreadPool(planned.isEmpty() ? 0 : 1, task -> {
            Thread thread = new Thread(task, "seamless-overdue-names");
            thread.setDaemon(true);
            return thread;
        });
        if (!planned.isEmpty()) {
            daily.scheduleAtFixedRate(this::log, 0, 1, TimeUnit.DAYS);
        }
    }

    /** The verdicts on the old names whose sunset has come, and that are still accepted. */
    List<Verdict> overdue() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return planned.stream()
                .filter(window -> window.rename().api().acceptsOld() && !today.isBefore(window.sunset()))
                .map(judge::judge)
                .toList();
    }

    private void log() {
        for (Verdict verdict : overdue()) {
            log.atWarn()
                    .addKeyValue("rename", verdict.rename())
                    .addKeyValue("answer", verdict.answer())
                    .log("Past its sunset, {}", verdict);
        }
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }
}

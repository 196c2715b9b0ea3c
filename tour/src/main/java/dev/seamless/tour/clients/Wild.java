package dev.seamless.tour.clients;

import dev.seamless.tour.history.History;
import dev.seamless.tour.timeline.Timeline;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What all clients share. */
final class Wild {

    final Wire wire;
    final History history;
    final Timeline timeline;
    final Rows rows;
    final Load load;
    final AtomicLong handles = new AtomicLong();
    final AtomicReference<Throwable> broken = new AtomicReference<>();
    volatile Terms terms = Terms.AT_FIRST;
    volatile boolean newAppIsOut;
    volatile boolean over;

    Wild(Wire wire, History history, Timeline timeline, Rows rows, Load load) {
        this.wire = wire;
        this.history = history;
        this.timeline = timeline;
        this.rows = rows;
        this.load = load;
    }
}

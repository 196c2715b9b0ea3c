package dev.seamless.tour.clients;

import dev.seamless.tour.history.History;
import dev.seamless.tour.history.Read;
import dev.seamless.tour.history.Served;
import dev.seamless.tour.history.Write;
import dev.seamless.tour.timeline.Outcome;
import dev.seamless.tour.timeline.Sample;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One client: it writes rows of its own, reads any, and tells the history. */
final class Client implements Runnable {

    private static final int PAGE = 5;

    private final Wild wild;
    private final String name;
    private final boolean upgrades;
    private final List<Row> own;
    private final Random random;
    private Kind kind;
    private String lastServed = Kind.OLD_NAME;
    private long values;

    /**
     * A client.
     *
     * @param upgrades whether its user takes the new app when the old one is told to
     */
    Client(Wild wild, Kind kind, int number, boolean upgrades, List<Row> own, Random random) {
        this.wild = wild;
        this.kind = kind;
        this.name = kind + " " + number;
        this.upgrades = upgrades;
        this.own = own;
        this.random = random;
    }

    @Override
    public void run() {
        try {
            long next = System.nanoTime() + (long) (random.nextDouble() * wild.load.pause());
            while (!wild.over) {
                long wait = next - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                }
                if (kind != Kind.NEW_APP || wild.newAppIsOut) {
                    act();
                }
                next = Math.max(next + wild.load.pause(), System.nanoTime() - wild.load.pause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act() throws InterruptedException {
        if (random.nextDouble() < wild.load.writes()) {
            double which = random.nextDouble();
            if (which < 0.1) {
                create();
            } else {
                update(which < 0.55 ? "PATCH" : "PUT");
            }
        } else if (random.nextDouble() < 0.1) {
            list();
        } else {
            read();
        }
    }

    private void update(String method) throws InterruptedException {
        Row row = own.get(random.nextInt(own.size()));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (method.equals("PUT")) {
            body.put("handle", row.handle()).put("displayName", "User " + row.handle());
        }
        String value = nextValue();
        body.put(nameToSend(), value);
        long begun = wild.timeline.now();
        boolean mayBeRejected = wild.floorMayBeRaised;
        Write write = new Write(row.id(), value, begun, Write.NEVER);
        wild.history.add(write);
        Answer answer = wild.wire.send(method, path(row), kind, body);
        long ended = wild.timeline.now();
        if (answer.isOk()) {
            wild.history.acknowledge(write, ended);
            served(answer.body(), begun, ended);
        } else if (answer.hadNoEffect()) {
            wild.history.reject(write);
        }
        done(answer, true, mayBeRejected, begun, ended);
    }

    private void create() throws InterruptedException {
        String handle = "n" + wild.handles.incrementAndGet();
        String value = nextValue();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("handle", handle).put("displayName", "User " + handle).put(nameToSend(), value);
        long begun = wild.timeline.now();
        boolean mayBeRejected = wild.floorMayBeRaised;
        Answer answer = wild.wire.send("POST", "/api/users", kind, body);
        long ended = wild.timeline.now();
        if (answer.isOk()) {
            Row row = new Row(answer.body().path("id").asLong(), handle);
            wild.history.add(new Write(row.id(), value, begun, ended));
            served(answer.body(), begun, ended);
            own.add(row);
            wild.rows.add(row);
        }
        done(answer, true, mayBeRejected, begun, ended);
    }

    /** Mostly a row that is written, by itself or by another; sometimes one that nobody has written yet. */
    private void read() throws InterruptedException {
        double which = random.nextDouble();
        Row row = which < 0.4
                ? own.get(random.nextInt(own.size()))
                : which < 0.8 ? wild.rows.anyOfTheFirst(wild.load.ownedRows(), random) : wild.rows.any(random);
        long begun = wild.timeline.now();
        boolean mayBeRejected = wild.floorMayBeRaised;
        Answer answer = wild.wire.get(path(row), kind);
        long ended = wild.timeline.now();
        if (answer.isOk()) {
            served(answer.body(), begun, ended);
        }
        done(answer, false, mayBeRejected, begun, ended);
    }

    private void list() throws InterruptedException {
        int page = 1 + random.nextInt(wild.load.ownedRows() / PAGE);
        long begun = wild.timeline.now();
        boolean mayBeRejected = wild.floorMayBeRaised;
        Answer answer = wild.wire.get("/api/users?size=" + PAGE + "&page=" + page, kind);
        long ended = wild.timeline.now();
        if (answer.isOk()) {
            for (JsonNode each : answer.body().path("content")) {
                served(each, begun, ended);
            }
        }
        done(answer, false, mayBeRejected, begun, ended);
    }

    private void served(JsonNode user, long begun, long ended) {
        Map<String, String> values = new TreeMap<>();
        for (String each : List.of(Kind.OLD_NAME, Kind.NEW_NAME)) {
            if (user.has(each)) {
                values.put(
                        each, user.get(each).isNull() ? "null" : user.get(each).asString());
            }
        }
        History history = wild.history;
        history.add(new Served(name, kind.knows(), values, ended));
        List<Map.Entry<String, String>> all = List.copyOf(values.entrySet());
        if (!all.isEmpty()) {
            Map.Entry<String, String> one = all.get(random.nextInt(all.size()));
            lastServed = one.getKey();
            history.add(new Read(user.path("id").asLong(), one.getValue(), name, begun, ended));
        }
    }

    private void done(Answer answer, boolean write, boolean mayBeRejected, long begun, long ended)
            throws InterruptedException {
        boolean earned = answer.saysUpgrade() && kind == Kind.OLD_APP && (mayBeRejected || wild.floorMayBeRaised);
        Outcome outcome = answer.isOk() ? Outcome.SERVED : earned ? Outcome.EARNED : Outcome.FAILED;
        wild.timeline.add(new Sample(begun, ended, write, outcome, outcome == Outcome.FAILED ? answer.reason() : ""));
        if (earned) {
            Thread.sleep(1000);
            kind = upgrades ? Kind.NEW_APP : kind;
        }
    }

    private String nameToSend() {
        return kind == Kind.UNKNOWN ? lastServed : kind.knows().iterator().next();
    }

    private String nextValue() {
        return name + ", write " + ++values;
    }

    private static String path(Row row) {
        return "/api/users/" + row.id();
    }
}

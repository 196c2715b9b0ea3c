package dev.seamless.tour.clients;

import dev.seamless.tour.history.Read;
import dev.seamless.tour.history.Served;
import dev.seamless.tour.history.Violation;
import dev.seamless.tour.history.Write;
import dev.seamless.tour.timeline.Outcome;
import dev.seamless.tour.timeline.Sample;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
    private Set<String> lastServed = Set.of(Kind.OLD_NAME);
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
        } catch (RuntimeException | Error e) {
            wild.broken.compareAndSet(null, e);
        }
    }

    private void act() throws InterruptedException {
        if (random.nextDouble() < wild.load.writes()) {
            double which = random.nextDouble();
            if (which < 0.1) {
                create();
            } else if (which < 0.2) {
                patchAnotherField();
            } else {
                update(which < 0.6 ? "PATCH" : "PUT");
            }
        } else if (random.nextDouble() < 0.1) {
            list();
        } else {
            read();
        }
    }

    private void update(String method) throws InterruptedException {
        Row row = random.nextDouble() < 0.1 ? wild.rows.anyShared(random) : anyOwn();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (method.equals("PUT")) {
            body.put("handle", row.handle()).put("displayName", "User " + row.handle());
        }
        String value = nextValue();
        namesToSend().forEach(name -> body.put(name, value));
        Asked asked = new Asked(true);
        Write write = new Write(row.id(), value, asked.begun, Write.NEVER);
        wild.history.add(write);
        Answer answer = wild.wire.send(method, path(row), kind, body);
        long ended = wild.timeline.now();
        if (answer.isOk()) {
            wild.history.acknowledge(write, ended);
            asked.served(answer.body(), ended).forEach(read -> learn(read, value));
        } else if (answer.hadNoEffect()) {
            wild.history.reject(write);
        }
        asked.done(answer, ended, "");
    }

    /** What was answered to a write is what it wrote. */
    private void learn(Read read, String written) {
        if (read.value().equals(written)) {
            wild.history.learn(read);
        } else {
            String what = "'" + written + "' was answered with '" + read.value() + "'";
            wild.history.add(new Violation(Violation.Kind.STALE, read.row(), what));
        }
    }

    private void create() throws InterruptedException {
        String handle = "n" + wild.handles.incrementAndGet();
        String value = nextValue();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("handle", handle).put("displayName", "User " + handle);
        namesToSend().forEach(name -> body.put(name, value));
        Asked asked = new Asked(true);
        Answer answer = wild.wire.send("POST", "/api/users", kind, body);
        long ended = wild.timeline.now();
        if (answer.isOk()) {
            Row row = new Row(answer.body().path("id").asLong(), handle, false);
            wild.history.add(new Write(row.id(), value, asked.begun, ended));
            asked.served(answer.body(), ended).forEach(read -> learn(read, value));
            own.add(row);
            wild.rows.add(row);
        }
        asked.done(answer, ended, "");
    }

    /** A write that does not speak of the field, of a row that nobody else writes: the sample does not lock what it reads. */
    private void patchAnotherField() throws InterruptedException {
        Row row = anyOwn();
        while (row.shared()) {
            row = anyOwn();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("displayName", "User " + row.handle());
        Asked asked = new Asked(true);
        Answer answer = wild.wire.send("PATCH", path(row), kind, body);
        long ended = wild.timeline.now();
        if (answer.isOk()) {
            asked.served(answer.body(), ended).forEach(wild.history::learn);
        }
        asked.done(answer, ended, "");
    }

    /** Mostly a row that is written, by itself or by another; sometimes one that nobody has written yet. */
    private void read() throws InterruptedException {
        double which = random.nextDouble();
        Row row = which < 0.4
                ? anyOwn()
                : which < 0.8 ? wild.rows.anyOfTheFirst(wild.load.ownedRows(), random) : wild.rows.any(random);
        Asked asked = new Asked(false);
        Answer answer = wild.wire.get(path(row), kind);
        long ended = wild.timeline.now();
        boolean another = answer.isOk() && answer.body().path("id").asLong() != row.id();
        if (answer.isOk() && !another) {
            asked.served(answer.body(), ended).forEach(wild.history::add);
        }
        asked.done(answer, ended, another ? "another row" : "");
    }

    private void list() throws InterruptedException {
        int page = 1 + random.nextInt(wild.load.ownedRows() / PAGE);
        Asked asked = new Asked(false);
        Answer answer = wild.wire.get("/api/users?size=" + PAGE + "&page=" + page, kind);
        long ended = wild.timeline.now();
        JsonNode users = answer.body().path("content");
        if (answer.isOk()) {
            users.forEach(user -> asked.served(user, ended).forEach(wild.history::add));
        }
        asked.done(answer, ended, answer.isOk() && users.size() != PAGE ? "short page" : "");
    }

    private Row anyOwn() {
        return own.get(random.nextInt(own.size()));
    }

    /** Whoever does not say what it is sends what it was last served: one of the names, or both. */
    private Collection<String> namesToSend() {
        if (kind != Kind.UNKNOWN) {
            return kind.knows();
        }
        List<String> names = List.copyOf(lastServed);
        return random.nextBoolean() ? names : List.of(names.get(random.nextInt(names.size())));
    }

    private String nextValue() {
        return name + ", write " + ++values;
    }

    private static String path(Row row) {
        return "/api/users/" + row.id();
    }

    /** A request that is under way. */
    private final class Asked {

        private final boolean write;
        private final Terms terms = wild.terms;
        private final long begun = wild.timeline.now();

        private Asked(boolean write) {
            this.write = write;
        }

        /** The value that a user was served with, once under whatever names. */
        private List<Read> served(JsonNode user, long ended) {
            Map<String, String> values = new TreeMap<>();
            for (String each : List.of(Kind.OLD_NAME, Kind.NEW_NAME)) {
                if (user.has(each)) {
                    JsonNode value = user.get(each);
                    values.put(each, value.isString() ? value.asString() : value.toString());
                }
            }
            Set<String> needs = kind.needs(terms.until(wild.terms));
            wild.history.add(new Served(name, kind.knows(), needs, values));
            if (values.isEmpty()) {
                return List.of();
            }
            lastServed = values.keySet();
            String value = List.copyOf(values.values()).get(random.nextInt(values.size()));
            return List.of(new Read(user.path("id").asLong(), value, name, begun, ended));
        }

        /** @param wrong what is wrong with an answer that says that all went well, or empty */
        private void done(Answer answer, long ended, String wrong) throws InterruptedException {
            Terms meanwhile = terms.until(wild.terms);
            boolean earned = answer.saysUpgrade() && kind == Kind.OLD_APP && meanwhile.floorMayBeRaised();
            String reason = answer.isOk() ? wrong : earned ? "" : answer.reason();
            Outcome outcome = earned ? Outcome.EARNED : reason.isEmpty() ? Outcome.SERVED : Outcome.FAILED;
            wild.timeline.add(new Sample(begun, ended, write, outcome, reason));
            if (answer.isOk() && kind == Kind.OLD_APP && meanwhile.floorIsRaised()) {
                wild.history.add(new Violation(Violation.Kind.BELOW_FLOOR, 0, name));
            }
            if (earned) {
                Thread.sleep(1000);
                kind = upgrades ? Kind.NEW_APP : kind;
            }
        }
    }
}

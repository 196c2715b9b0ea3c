package dev.seamless.tour.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A service of users in memory that serves both names as it should, but for one fault. */
final class FaultyService implements AutoCloseable {

    /** What it does wrong. */
    enum Fault {
        NONE,
        NEW_NAME_TO_OLD_APPS,
        NEW_NAME_ALONE_TO_WHO_DOES_NOT_SAY,
        TWO_VALUES,
        OBJECT_AS_VALUE,
        NO_BODY,
        SHORT_PAGES,
        ANOTHER_ROW,
        FORGETS_WRITES,
        FORGETS_THE_FIELD_WITH_ANOTHER,
        ANSWERS_WITH_THE_VALUE_BEFORE,
        TELLS_NEW_APPS_TO_UPGRADE,
        REFUSES_THE_OLD_NAME
    }

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 5;

    private final Fault fault;
    private final Map<Long, String> values = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    /** With so many rows, of which each has the value "seed" and its id. */
    FaultyService(Fault fault, int rows) throws IOException {
        this.fault = fault;
        LongStream.rangeClosed(1, rows).forEach(id -> values.put(id, "seed " + id));
        ids.set(rows);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/api/users", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String version = exchange.getRequestHeaders().getFirst("x-version");
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (fault == Fault.TELLS_NEW_APPS_TO_UPGRADE && "web/1.1.0".equals(version)) {
                answer(exchange, 426, null);
            } else if (fault == Fault.REFUSES_THE_OLD_NAME && body.has("bio")) {
                answer(exchange, 400, null);
            } else {
                serve(exchange, version, body);
            }
        }
    }

    private void serve(HttpExchange exchange, String version, JsonNode body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<String> sent = body.has("bio") || body.has("description")
                ? Optional.of(body.path(body.has("bio") ? "bio" : "description").asString())
                : Optional.empty();
        if (exchange.getRequestMethod().equals("POST")) {
            long id = ids.incrementAndGet();
            values.put(id, sent.orElseThrow());
            answer(exchange, 201, user(id, values.get(id), version));
        } else if (path.equals("/api/users")) {
            int size = fault == Fault.SHORT_PAGES ? PAGE - 2 : PAGE;
            ObjectNode page = JSON.createObjectNode();
            for (long id = 1; id <= size; id++) {
                page.withArray("content").add(user(id, values.get(id), version));
            }
            answer(exchange, 200, page);
        } else {
            long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
            String before = values.get(id);
            if (fault == Fault.FORGETS_THE_FIELD_WITH_ANOTHER && !body.isMissingNode() && sent.isEmpty()) {
                values.put(id, "null");
            }
            if (fault != Fault.FORGETS_WRITES) {
                sent.ifPresent(value -> values.put(id, value));
            }
            boolean answersBefore = fault == Fault.ANSWERS_WITH_THE_VALUE_BEFORE && sent.isPresent();
            String now = answersBefore ? before : sent.orElseGet(() -> values.get(id));
            answer(exchange, 200, user(fault == Fault.ANOTHER_ROW ? id + 1 : id, now, version));
        }
    }

    private ObjectNode user(long id, String value, String version) {
        ObjectNode user = JSON.createObjectNode().put("id", id);
        List<String> names = version == null
                ? List.of("bio", "description")
                : version.equals("web/1.0.0") ? List.of("bio") : List.of("description");
        if (fault == Fault.NEW_NAME_TO_OLD_APPS
                || fault == Fault.NEW_NAME_ALONE_TO_WHO_DOES_NOT_SAY && version == null) {
            names = List.of("description");
        }
        for (String name : names) {
            if (fault == Fault.OBJECT_AS_VALUE) {
                user.putObject(name);
            } else {
                user.put(name, fault == Fault.TWO_VALUES && name.equals("bio") ? "another" : value);
            }
        }
        return user;
    }

    private void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body == null || fault == Fault.NO_BODY
                ? new byte[0]
                : body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

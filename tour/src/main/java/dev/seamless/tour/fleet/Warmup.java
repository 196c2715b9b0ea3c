package dev.seamless.tour.fleet;

import dev.seamless.tour.balancer.Backend;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Requests to rows of nobody's, before an instance gets clients: a JVM is slow at what it does for the first time, and so is each
 * connection to the database. They go on until they get no faster.
 */
final class Warmup {

    /** As many as there are connections in the pool. */
    private static final int THREADS = 8;

    /** The users that the sample brings along, whose ids are 1 to 5. */
    private static final List<String> HANDLES = List.of("ada", "grace", "edsger", "barbara", "alan");

    private static final int ROUNDS = 6;
    private static final int FEWEST_BATCHES = 4;
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final double NO_FASTER = 0.9;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** An old app, a new one, and one that does not say what it is: each is answered by other code. */
    private static final List<Voice> VOICES =
            List.of(new Voice("web/1.0.0", "bio"), new Voice("web/1.2.0", "description"), new Voice("", "description"));

    private record Voice(String version, String name) {

        HttpRequest.Builder request(Backend backend, String path) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(backend.uri(path)).timeout(PATIENCE);
            return version.isEmpty() ? request : request.header("x-version", version);
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    void warm(Backend backend) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            long before = Long.MAX_VALUE;
            long deadline = System.nanoTime() + LONGEST.toNanos();
            for (int batch = 1; System.nanoTime() < deadline; batch++) {
                long took = batch(backend, threads);
                if (batch >= FEWEST_BATCHES && took > before * NO_FASTER) {
                    return;
                }
                before = Math.min(before, took);
            }
        } catch (ExecutionException e) {
            return; // It has died meanwhile, or its database has: the balancer will see.
        } finally {
            threads.shutdownNow();
        }
    }

    /** How long it took, in nanoseconds. */
    private long batch(Backend backend, ExecutorService threads) throws InterruptedException, ExecutionException {
        long from = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int row = thread % HANDLES.size();
            all.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    ask(backend, VOICES.get(round % VOICES.size()), row);
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        return System.nanoTime() - from;
    }

    private void ask(Backend backend, Voice voice, int row) throws IOException, InterruptedException {
        String path = "/api/users/" + (row + 1);
        send(voice.request(backend, path), "GET", "", "");
        send(voice.request(backend, "/api/users"), "GET", "", "");
        String text = "\"" + voice.name + "\":\"" + backend + ", " + System.nanoTime() + "\"";
        send(voice.request(backend, path), "PATCH", "application/merge-patch+json", "{" + text + "}");
        send(voice.request(backend, path), "PUT", "application/json", user(HANDLES.get(row), text));
        Optional<String> created = send(
                        voice.request(backend, "/api/users"),
                        "POST",
                        "application/json",
                        user(backend + "-" + System.nanoTime(), text))
                .headers()
                .firstValue("Location");
        if (created.isPresent()) {
            send(voice.request(backend, created.get()), "DELETE", "", "");
        }
    }

    private static String user(String handle, String text) {
        return "{\"handle\":\"" + handle + "\",\"displayName\":\"User " + handle + "\"," + text + "}";
    }

    private HttpResponse<Void> send(HttpRequest.Builder request, String method, String type, String body)
            throws IOException, InterruptedException {
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.discarding());
    }
}

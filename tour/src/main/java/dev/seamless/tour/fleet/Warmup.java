package dev.seamless.tour.fleet;

import dev.seamless.tour.balancer.Backend;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to a row of nobody's, before an instance gets clients: a JVM is slow at what it does for the first time. */
final class Warmup {

    private static final int ROUNDS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    void warm(Backend backend) throws InterruptedException {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                http.send(request(backend, "/api/users/1").build(), BodyHandlers.discarding());
                http.send(request(backend, "/api/users?size=5").build(), BodyHandlers.discarding());
                http.send(
                        request(backend, "/api/users/1")
                                .header("Content-Type", "application/merge-patch+json")
                                .method(
                                        "PATCH",
                                        BodyPublishers.ofString(
                                                "{\"description\":\"" + backend + ", round " + round + "\"}"))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException e) {
            return; // It has died meanwhile, or its database has: the balancer will see.
        }
    }

    private static HttpRequest.Builder request(Backend backend, String path) {
        return HttpRequest.newBuilder(backend.uri(path)).timeout(PATIENCE);
    }
}

package dev.seamless.tour.fleet;

import dev.seamless.tour.balancer.Backend;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Requests to a row of nobody's, before an instance gets clients: a JVM is slow at what it does for the first time. */
final class Warmup {

    private static final int ROUNDS = 120;
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
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Voice voice = VOICES.get(round % VOICES.size());
                String text = "\"" + voice.name + "\":\"" + backend + ", round " + round + "\"";
                send(voice.request(backend, "/api/users/1"), "GET", "", "");
                send(voice.request(backend, "/api/users?size=5"), "GET", "", "");
                send(voice.request(backend, "/api/users/1"), "PATCH", "application/merge-patch+json", "{" + text + "}");
                String user = "{\"handle\":\"ada\",\"displayName\":\"Ada Lovelace\"," + text + "}";
                send(voice.request(backend, "/api/users/1"), "PUT", "application/json", user);
                // The handle is taken: nothing is created.
                send(voice.request(backend, "/api/users"), "POST", "application/json", user);
            }
        } catch (IOException e) {
            return; // It has died meanwhile, or its database has: the balancer will see.
        }
    }

    private void send(HttpRequest.Builder request, String method, String type, String body)
            throws IOException, InterruptedException {
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        http.send(request.build(), BodyHandlers.discarding());
    }
}

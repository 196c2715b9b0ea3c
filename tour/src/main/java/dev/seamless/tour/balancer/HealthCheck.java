package dev.seamless.tour.balancer;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks an instance whether it is ready. */
public final class HealthCheck {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Whether it says so, soon. */
    public boolean isReady(Backend backend) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(backend.uri("/actuator/health/readiness"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}

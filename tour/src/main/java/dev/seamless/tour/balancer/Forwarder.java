package dev.seamless.tour.balancer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Passes one request on, and its answer back. */
final class Forwarder implements HttpHandler {

    private static final String NOT_REACHED = "x-not-reached";
    private static final List<String> PASSED_ON = List.of("Content-Type", "x-version");
    private static final List<String> PASSED_BACK = List.of("Content-Type", "x-latest-version", "x-min-version");
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Balancer balancer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(1500))
            .build();

    Forwarder(Balancer balancer) {
        this.balancer = balancer;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            forward(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        List<Backend> tried = new ArrayList<>();
        for (Backend backend = balancer.next(tried); backend != null; backend = balancer.next(tried)) {
            backend.begin();
            try {
                if (!balancer.has(backend)) {
                    // Taken out just now; whoever stops it waits for what is under way, and this was not yet.
                    tried.add(backend);
                    continue;
                }
                answer(exchange, http.send(request(exchange, backend, body), BodyHandlers.ofByteArray()));
                return;
            } catch (ConnectException | HttpConnectTimeoutException e) {
                backend.healthy(false);
                tried.add(backend);
            } catch (HttpTimeoutException e) {
                exchange.sendResponseHeaders(504, -1);
                return;
            } catch (IOException e) {
                exchange.sendResponseHeaders(502, -1);
                return;
            } finally {
                backend.end();
            }
        }
        exchange.getResponseHeaders().set(NOT_REACHED, "true");
        exchange.sendResponseHeaders(503, -1);
    }

    private static HttpRequest request(HttpExchange exchange, Backend backend, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        backend.uri(exchange.getRequestURI().toString()))
                .timeout(PATIENCE)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String name : PASSED_ON) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        for (String name : PASSED_BACK) {
            response.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
        }
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}

package com.example.users;

import dev.seamless.database.FreshDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the sample, as somebody would start it, with its HTTP port and its database to look at. */
final class RunningUsers implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;

    private RunningUsers(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningUsers start(FreshDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.maximum-pool-size=3",
                "--seamless.fleet.heartbeat=200ms",
                "--seamless.fleet.expiry=1s"));
        all.addAll(List.of(arguments));
        return new RunningUsers(SpringApplication.run(UsersApplication.class, all.toArray(String[]::new)));
    }

    static RunningUsers inStep(FreshDatabase database, int step) {
        return start(database, "--spring.profiles.active=step-" + step);
    }

    /** Runs a command in the configuration of a step, to its end. */
    static void command(FreshDatabase database, int step, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--spring.profiles.active=step-" + step);
        start(database, all.toArray(String[]::new)).close();
    }

    String port() {
        return context.getEnvironment().getRequiredProperty("local.server.port");
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "*/*", "", headers);
    }

    Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    Answer put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, "application/merge-patch+json", json, headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, "*/*", "");
    }

    Answer send(String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The row of a user, as it is in the table; the names of its columns in lower case. */
    Map<String, Object> row(long id) {
        Map<String, Object> row = new TreeMap<>();
        context.getBean(JdbcClient.class)
                .sql("select * from users where id = ?")
                .param(id)
                .query()
                .singleRow()
                .forEach((column, value) -> row.put(column.toLowerCase(Locale.ROOT), value));
        return row;
    }

    @Override
    public void close() {
        context.close();
    }

    record Answer(int status, HttpHeaders headers, String text) {

        JsonNode body() {
            return JSON.readTree(text);
        }

        /** The names of the renamed field that the body has. */
        List<String> names() {
            return body().propertyNames().stream()
                    .filter(name -> name.equals("bio") || name.equals("description"))
                    .toList();
        }

        String type() {
            return header("Content-Type");
        }

        String header(String name) {
            return String.join(", ", headers.allValues(name));
        }
    }
}

package dev.seamless.neighbours.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.seamless.Renamed;
import dev.seamless.neighbours.Stacks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What an application sends to others, also while it serves a client of its own: the new name alone; it reads both. */
class OutgoingTest {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer other;
    private volatile String answer;

    @BeforeEach
    void startTheOther() throws IOException {
        other = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        other.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void stopTheOther() {
        other.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "both", "serve-new", "new"})
    void sendsTheNewNameAndReadsBoth(String phase) throws Exception {
        try (ConfigurableApplicationContext context = Stacks.start(
                Forwarding.class,
                WebApplicationType.SERVLET,
                Stacks.accepting(),
                "--other=http://localhost:" + other.getAddress().getPort(),
                "--seamless.renames.user-bio.api=" + phase)) {
            for (String way : new String[] {"rest-client", "interface"}) {
                for (String name : new String[] {"bio", "description"}) {
                    answer = "{\"" + name + "\":\"answered\"}";
                    assertThat(Stacks.get(context, "/forward?way=" + way)).isEqualTo("answered");
                    assertThat(received.take()).isEqualTo("{\"description\":\"sent\"}");
                }
            }
        }
    }

    record UserDto(@Renamed(id = "user-bio", from = "bio") String description) {}

    interface Others {
        @PostExchange(url = "/users", contentType = "application/json")
        UserDto send(@RequestBody UserDto user);
    }

    @RestController
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Forwarding {

        private final RestClient client;
        private final Others others;

        Forwarding(RestClient.Builder builder, Environment environment) {
            client = builder.baseUrl(environment.getRequiredProperty("other")).build();
            others = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                    .build()
                    .createClient(Others.class);
        }

        @GetMapping("/forward")
        String forward(@RequestParam("way") String way) {
            UserDto user = new UserDto("sent");
            UserDto answer = way.equals("interface")
                    ? others.send(user)
                    : client.post()
                            .uri("/users")
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(user)
                            .retrieve()
                            .body(UserDto.class);
            return answer == null ? "nothing" : answer.description();
        }
    }
}

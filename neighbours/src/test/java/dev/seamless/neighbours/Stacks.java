package dev.seamless.neighbours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Starts applications on either stack, on a free port, and asks them. */
public final class Stacks {

    /** Springdoc brings Jackson's YAML, by which Spring MVC would serve objects too. */
    public static final String ACCEPT_YAML = "--seamless.accept-converters="
            + "org.springframework.http.converter.yaml.MappingJackson2YamlHttpMessageConverter";

    private static final String WITHOUT_DATABASE = "--spring.autoconfigure.exclude="
            + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
            + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
            + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration";

    private Stacks() {}

    public static ConfigurableApplicationContext start(
            Class<?> application, WebApplicationType stack, String... arguments) {
        // Springdoc looks for Spring Data REST by its class, which is here for other tests, and not on this stack.
        String exclude = stack == WebApplicationType.REACTIVE
                ? WITHOUT_DATABASE + ",org.springdoc.core.configuration.SpringDocDataRestConfiguration"
                : WITHOUT_DATABASE;
        List<String> all = new ArrayList<>(List.of("--server.port=0", exclude));
        all.addAll(Arrays.asList(arguments));
        return new SpringApplicationBuilder(application).web(stack).run(all.toArray(String[]::new));
    }

    public static String get(ConfigurableApplicationContext context, String uri, String... headers) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .get()
                .uri(uri)
                .headers(all -> {
                    for (int i = 0; i < headers.length; i += 2) {
                        all.add(headers[i], headers[i + 1]);
                    }
                })
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }
}

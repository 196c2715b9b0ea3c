package dev.seamless.neighbours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Starts applications on either stack, on a free port, and asks them. */
public final class Stacks {

    /** What Spring would serve objects by, because it is on the class path here. */
    public static final List<String> FORMATS = Stream.of(
                    "converter.xml.JacksonXmlHttpMessageConverter",
                    "converter.cbor.JacksonCborHttpMessageConverter",
                    "converter.yaml.MappingJackson2YamlHttpMessageConverter",
                    "codec.xml.JacksonXmlEncoder",
                    "codec.xml.JacksonXmlDecoder",
                    "codec.cbor.JacksonCborEncoder",
                    "codec.cbor.JacksonCborDecoder")
            .map("org.springframework.http."::concat)
            .toList();

    private static final String WITHOUT_DATABASE = "--spring.autoconfigure.exclude="
            + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
            + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
            + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration";

    private Stacks() {}

    /** The argument by which an application accepts the formats that are here for one test, and more. */
    public static String accepting(String... more) {
        return Stream.concat(FORMATS.stream(), Stream.of(more))
                .collect(Collectors.joining(",", "--seamless.accept-converters=", ""));
    }

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

package dev.seamless.autoconfigure;

import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON converter that takes the place of the one that Boot makes, and of no other: one of the application's own may have
 * a prefix or mappers that nobody can read out of it. Known by its identity.
 */
final class ServerJsonConverter {

    private final JacksonJsonHttpMessageConverter converter;

    ServerJsonConverter(JsonMapper mapper) {
        this.converter = new JacksonJsonHttpMessageConverter(mapper);
    }

    JacksonJsonHttpMessageConverter converter() {
        return converter;
    }

    boolean is(HttpMessageConverter<?> other) {
        return other == converter;
    }
}

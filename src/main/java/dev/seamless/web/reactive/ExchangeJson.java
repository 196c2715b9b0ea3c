package dev.seamless.web.reactive;

import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON for the client of an exchange, in an application's own code: a merge patch (RFC 7396), for one.
 * Where both names of a field come with different values, the one counts that differs from the object that is updated.
 */
public final class ExchangeJson {

    private final JsonMapper mapper;

    /** Creates the bean on the mapper of the application. */
    public ExchangeJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns a reader of the given type. */
    public ObjectReader readerFor(Class<?> type, ServerWebExchange exchange) {
        return ExchangeClient.reading(exchange.getRequest()).on(mapper.readerFor(type));
    }

    /**
     * Returns a reader that updates the given bean, or makes an updated copy of the given record. A bean is changed while
     * the body is read, also by a body that is then refused: update a DTO, not a managed entity.
     */
    public ObjectReader readerForUpdating(Object base, ServerWebExchange exchange) {
        return ExchangeClient.reading(exchange.getRequest()).on(mapper.readerForUpdating(base));
    }

    /** Returns a writer. */
    public ObjectWriter writer(ServerWebExchange exchange) {
        return ExchangeClient.view(exchange.getRequest()).on(mapper.writer());
    }
}

package dev.seamless.web.servlet;

import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON for the client of the request at hand, in an application's own code. A merge patch (RFC 7396), for
 * one:
 *
 * <pre>{@code
 * @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
 * UserDto patch(@PathVariable long id, @RequestBody byte[] patch) {
 *     UserDto patched = json.readerForUpdating(dtoOf(id)).readValue(patch);
 *     ...
 * }
 * }</pre>
 *
 * <p>Where both names of a field come with different values, the one counts that differs from the object that is updated.
 * To be used on the request's thread; elsewhere the client is unknown.
 */
public final class RequestJson {

    private final JsonMapper mapper;

    /** Creates the bean on the mapper of the application. */
    public RequestJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns a reader of the given type. */
    public ObjectReader readerFor(Class<?> type) {
        return RequestClient.reading().on(mapper.readerFor(type));
    }

    /**
     * Returns a reader that updates the given bean, or makes an updated copy of the given record. A bean is changed while
     * the body is read, also by a body that is then refused: update a DTO, not a managed entity.
     */
    public ObjectReader readerForUpdating(Object base) {
        return RequestClient.reading().on(mapper.readerForUpdating(base));
    }

    /** Returns a writer. */
    public ObjectWriter writer() {
        return RequestClient.view().on(mapper.writer());
    }
}

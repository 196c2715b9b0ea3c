package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.protocol.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/** What the write operations of the endpoint {@code renames} answer over HTTP. */
@EndpointWebExtension(endpoint = RenamesEndpoint.class)
final class RenamesWebExtension {

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final RenamesEndpoint endpoint;

    RenamesWebExtension(RenamesEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** 202 with the rename: the pass goes on; 404 if there is no such rename; 409 with the reason if it is refused. */
    @WriteOperation
    WebEndpointResponse<Object> start(@Selector String id, @Nullable Direction direction, @Nullable Boolean verify) {
        return answer(ACCEPTED, () -> endpoint.start(id, direction, verify));
    }

    /** 200 with the rename; 404 if there is no such rename; 409 with the reason if there is nothing to stop. */
    @DeleteOperation
    WebEndpointResponse<Object> stop(@Selector String id, @Nullable Boolean everywhere) {
        return answer(WebEndpointResponse.STATUS_OK, () -> endpoint.stop(id, everywhere));
    }

    private interface Operation {
        RenamesEndpoint.@Nullable View run();
    }

    private static WebEndpointResponse<Object> answer(int done, Operation operation) {
        try {
            RenamesEndpoint.View view = operation.run();
            return view == null
                    ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND)
                    : new WebEndpointResponse<>(view, done);
        } catch (RefusedException e) {
            return new WebEndpointResponse<>(new Refused(e.description(), e.action()), CONFLICT);
        }
    }

    /**
     * Why it was refused.
     *
     * @param action what to do instead
     */
    record Refused(String description, String action) {}
}

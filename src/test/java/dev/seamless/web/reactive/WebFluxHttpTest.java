package dev.seamless.web.reactive;

import dev.seamless.ApiPhase;
import dev.seamless.web.HttpContract;
import dev.seamless.web.HttpServer;
import java.util.stream.Stream;

/** Spring WebFlux, by its reactive adapter, on Tomcat. */
class WebFluxHttpTest extends HttpContract {

    @Override
    protected HttpServer start(ApiPhase phase) throws Exception {
        return ReactiveUsersApp.start(phase);
    }

    @Override
    protected Stream<String> readPaths() {
        return Stream.of(
                "/ways/mono",
                "/ways/flux",
                "/ways/entity",
                "/ways/ndjson",
                "/ways/sse",
                "/functional",
                "/functional-ndjson",
                "/functional-sse");
    }

    @Override
    protected Stream<String> echoPaths() {
        return Stream.of("/functional", "/ways/mono");
    }
}

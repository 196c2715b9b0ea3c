package dev.seamless.web.servlet;

import dev.seamless.ApiPhase;
import dev.seamless.web.HttpContract;
import dev.seamless.web.HttpServer;
import java.util.stream.Stream;

/** Spring MVC on Tomcat. */
class MvcHttpTest extends HttpContract {

    @Override
    protected HttpServer start(ApiPhase phase) throws Exception {
        return UsersApp.start(phase);
    }

    @Override
    protected Stream<String> readPaths() {
        return Stream.of(
                "/ways/entity",
                "/ways/callable",
                "/ways/future",
                "/ways/deferred",
                "/ways/mono",
                "/ways/flux",
                "/ways/flux-sse",
                "/ways/ndjson",
                "/ways/sse",
                "/ways/late-sse",
                "/functional-sse",
                "/functional");
    }

    @Override
    protected Stream<String> echoPaths() {
        return Stream.of("/functional");
    }
}

package dev.seamless.web.reactive;

import dev.seamless.ApiPhase;
import dev.seamless.web.HttpServer;
import dev.seamless.web.ParameterContract;

/** {@code @RequestParam} and {@code @ModelAttribute} on Spring WebFlux. */
class WebFluxParameterTest extends ParameterContract {

    @Override
    protected HttpServer start(ApiPhase phase) throws Exception {
        return ReactiveUsersApp.start(phase);
    }
}

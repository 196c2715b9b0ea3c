package dev.seamless.web.servlet;

import dev.seamless.ApiPhase;
import dev.seamless.web.HttpServer;
import dev.seamless.web.ParameterContract;

/** {@code @RequestParam} and {@code @ModelAttribute} on Spring MVC. */
class MvcParameterTest extends ParameterContract {

    @Override
    protected HttpServer start(ApiPhase phase) throws Exception {
        return UsersApp.start(phase);
    }
}

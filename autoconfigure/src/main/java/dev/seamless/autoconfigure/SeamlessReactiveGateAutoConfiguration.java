package dev.seamless.autoconfigure;

import dev.seamless.gate.Gate;
import dev.seamless.web.ClientViews;
import dev.seamless.web.GateAnswers;
import dev.seamless.web.reactive.GateWebFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.WebFilter;

/** Puts the gate in front of Spring WebFlux, where a platform is configured. */
@AutoConfiguration(after = SeamlessGateAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnBean(GateAnswers.class)
public final class SeamlessReactiveGateAutoConfiguration {

    @Bean
    @Order(SeamlessServletGateAutoConfiguration.ORDER)
    WebFilter gateWebFilter(Gate gate, GateAnswers answers, ClientViews views, ObjectProvider<ActuatorPaths> actuator) {
        if (gate.platforms().isEmpty()) {
            return GateWebFilter.withoutGate(gate, views);
        }
        return new GateWebFilter(
                gate,
                answers,
                views,
                request -> actuator.stream()
                        .anyMatch(paths -> paths.contain(
                                request.getPath().pathWithinApplication().value())));
    }
}

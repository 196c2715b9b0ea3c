package dev.seamless.autoconfigure;

import dev.seamless.gate.Gate;
import dev.seamless.web.ClientViews;
import dev.seamless.web.GateAnswers;
import dev.seamless.web.servlet.GateFilter;
import dev.seamless.web.servlet.UngatedRequests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.ServletRequestPathUtils;

/** Puts the gate in front of Spring MVC, where a platform is configured. */
@AutoConfiguration(after = {SeamlessGateAutoConfiguration.class, SeamlessWebMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, FilterRegistrationBean.class})
@ConditionalOnBean(GateAnswers.class)
public final class SeamlessServletGateAutoConfiguration {

    /** Behind the filters for encoding and observation, before those of the application. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    FilterRegistrationBean<GateFilter> gateFilter(
            Gate gate, GateAnswers answers, ClientViews views, ObjectProvider<ActuatorPaths> actuator) {
        Predicate<HttpServletRequest> exempt =
                request -> actuator.stream().anyMatch(paths -> paths.contain(pathWithinApplication(request)));
        FilterRegistrationBean<GateFilter> registration =
                new FilterRegistrationBean<>(new GateFilter(gate, answers, views, exempt));
        registration.setOrder(ORDER);
        registration.setEnabled(!gate.platforms().isEmpty());
        return registration;
    }

    @Bean
    ServletListenerRegistrationBean<UngatedRequests> ungatedRequests(Gate gate, ClientViews views) {
        ServletListenerRegistrationBean<UngatedRequests> registration =
                new ServletListenerRegistrationBean<>(new UngatedRequests(gate, views));
        registration.setEnabled(gate.platforms().isEmpty() && !gate.windows().isEmpty());
        return registration;
    }

    private static String pathWithinApplication(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication().value();
    }
}

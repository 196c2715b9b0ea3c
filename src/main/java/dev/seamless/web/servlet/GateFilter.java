package dev.seamless.web.servlet;

import dev.seamless.gate.Admission;
import dev.seamless.gate.Gate;
import dev.seamless.json.ClientView;
import dev.seamless.web.ClientViews;
import dev.seamless.web.GateAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The gate in front of Spring MVC. A filter and not an interceptor: its headers belong on every answer, errors included, and
 * a refused request is answered before its body is read. CORS preflights pass.
 */
public final class GateFilter extends OncePerRequestFilter {

    private final Gate gate;
    private final GateAnswers answers;
    private final ClientViews views;
    private final Predicate<HttpServletRequest> exempt;

    /**
     * Creates the filter.
     *
     * @param views what each client is served
     * @param exempt requests that are none of the gate's business, such as those to Actuator
     */
    public GateFilter(Gate gate, GateAnswers answers, ClientViews views, Predicate<HttpServletRequest> exempt) {
        this.gate = gate;
        this.answers = answers;
        this.views = views;
        this.exempt = exempt;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return CorsUtils.isPreFlightRequest(request) || exempt.test(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Admission admission = gate.admit(single(request.getHeaders(answers.versionHeader())));
        ClientView view = views.of(admission);
        answers.addHeaders(admission, request.getHeader(HttpHeaders.ORIGIN) != null, response::addHeader);
        if (admission.refused()) {
            response.setStatus(answers.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.getOutputStream().write(answers.problem(admission));
            return;
        }
        request.setAttribute(RequestClient.ATTRIBUTE, view);
        chain.doFilter(request, response);
    }

    /** A header that comes twice says nothing. */
    private static @Nullable String single(Enumeration<String> values) {
        String first = values.hasMoreElements() ? values.nextElement() : null;
        return values.hasMoreElements() ? null : first;
    }
}

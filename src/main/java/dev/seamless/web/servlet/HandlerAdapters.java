package dev.seamless.web.servlet;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerAdapter;

/** The adapters of an application, for one that stands before them: Spring Data REST, for one, has another than Spring MVC. */
final class HandlerAdapters {

    private final HandlerAdapter first;
    private final Supplier<List<HandlerAdapter>> all;

    HandlerAdapters(HandlerAdapter first, Supplier<List<HandlerAdapter>> all) {
        this.first = first;
        this.all = SingletonSupplier.of(all);
    }

    /** Returns the adapter that would have got the request. */
    HandlerAdapter of(Object handler) {
        return all.get().stream()
                .filter(adapter -> adapter != first && adapter.supports(handler))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No adapter for " + handler));
    }
}

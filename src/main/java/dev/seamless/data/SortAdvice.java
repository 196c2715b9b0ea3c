package dev.seamless.data;

import dev.seamless.Rename;
import dev.seamless.web.ParameterNames;
import java.util.List;
import java.util.function.Consumer;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** Puts the names that a domain type has now in the place of old ones, in each sort that a repository is given. */
final class SortAdvice implements MethodInterceptor {

    private final ParameterNames names;
    private final Class<?> domainType;
    private final Consumer<Rename> used;

    SortAdvice(ParameterNames names, Class<?> domainType, Consumer<Rename> used) {
        this.names = names;
        this.domainType = domainType;
        this.used = used;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        @Nullable Object[] arguments = invocation.getArguments();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Sort sort) {
                arguments[i] = current(sort);
            } else if (arguments[i] instanceof Pageable page) {
                arguments[i] = current(page);
            }
        }
        return invocation.proceed();
    }

    private Pageable current(Pageable page) {
        Sort sort = current(page.getSort());
        if (sort == page.getSort()) {
            return page;
        }
        return page.isUnpaged()
                ? Pageable.unpaged(sort)
                : PageRequest.of(page.getPageNumber(), page.getPageSize(), sort);
    }

    private Sort current(Sort sort) {
        List<Sort.Order> orders = sort.stream()
                .map(order -> order.withProperty(names.current(domainType, order.getProperty(), used)))
                .toList();
        return orders.equals(sort.toList()) ? sort : Sort.by(orders);
    }
}

package dev.seamless.hibernate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a statement at the last moment, when {@link SqlAstTranslator#translate} is called.
 *
 * <p>Not earlier: the handlers of multi-table statements ({@code CteUpdateHandler}, {@code CteInsertHandler}) first ask for a
 * translator of a {@code SELECT} and only then put the updates into it. A proxy, because the interface has a hundred methods.
 */
final class RewritingTranslator implements InvocationHandler {

    private final SqlAstTranslator<?> hibernate;
    private final Runnable rewrite;

    private RewritingTranslator(SqlAstTranslator<?> hibernate, Runnable rewrite) {
        this.hibernate = hibernate;
        this.rewrite = rewrite;
    }

    @SuppressWarnings("unchecked")
    static <T extends JdbcOperation> SqlAstTranslator<T> of(SqlAstTranslator<T> hibernate, Runnable rewrite) {
        return (SqlAstTranslator<T>) Proxy.newProxyInstance(
                RewritingTranslator.class.getClassLoader(),
                new Class<?>[] {SqlAstTranslator.class},
                new RewritingTranslator(hibernate, rewrite));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("translate")) {
            rewrite.run();
        }
        try {
            return method.invoke(hibernate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

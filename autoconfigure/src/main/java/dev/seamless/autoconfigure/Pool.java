package dev.seamless.autoconfigure;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Finds the data source behind proxies: what two of them share is one pool, and its sessions belong to one instance. */
final class Pool {

    private Pool() {}

    static DataSource behind(DataSource dataSource) {
        DataSource pool = dataSource;
        while (target(pool) instanceof DataSource next) {
            pool = next;
        }
        return pool;
    }

    /**
     * An AOP proxy with a fixed target observes it: whatever its advice does, the sessions are those of its target. Other delegates
     * may lead to another user or another pool, and are fleets of their own.
     */
    private static @Nullable Object target(DataSource dataSource) {
        boolean isTransparent = dataSource instanceof TransactionAwareDataSourceProxy
                || dataSource instanceof LazyConnectionDataSourceProxy;
        return isTransparent
                ? ((DelegatingDataSource) dataSource).getTargetDataSource()
                : AopProxyUtils.getSingletonTarget(dataSource);
    }
}

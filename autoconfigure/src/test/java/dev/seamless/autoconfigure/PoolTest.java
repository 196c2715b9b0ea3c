package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.UserCredentialsDataSourceAdapter;

class PoolTest {

    private final DataSource pool = new DriverManagerDataSource();

    static Stream<Arguments> wrappings() {
        return Stream.of(
                wrapping("lazy", LazyConnectionDataSourceProxy::new, true),
                wrapping("transaction-aware", TransactionAwareDataSourceProxy::new, true),
                wrapping("observed", PoolTest::observed, true),
                wrapping("observed, lazy", pool -> observed(new LazyConnectionDataSourceProxy(pool)), true),
                wrapping("another user", PoolTest::otherUser, false),
                wrapping("anything else", DelegatingDataSource::new, false));
    }

    private static Arguments wrapping(String name, UnaryOperator<DataSource> wrapping, boolean isSame) {
        return Arguments.of(name, wrapping, isSame);
    }

    private static DataSource observed(DataSource pool) {
        ProxyFactory proxy = new ProxyFactory(pool);
        proxy.addInterface(DataSource.class);
        return (DataSource) proxy.getProxy();
    }

    private static DataSource otherUser(DataSource pool) {
        UserCredentialsDataSourceAdapter adapter = new UserCredentialsDataSourceAdapter();
        adapter.setTargetDataSource(pool);
        return adapter;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappings")
    void isWhatTheConnectionsOfAProxyComeFrom(String name, UnaryOperator<DataSource> wrapping, boolean isSame) {
        DataSource wrapped = wrapping.apply(pool);

        assertThat(Pool.behind(wrapped)).isSameAs(isSame ? pool : wrapped);
    }
}

package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.autoconfigure.declared.User;
import dev.seamless.autoconfigure.plain.Note;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.spi.PersistenceProvider;
import java.lang.reflect.Proxy;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Persistence units that nobody can guard are refused, if they have a rename. */
@ExtendWith(OutputCaptureExtension.class)
class UnguardedUnitsTest {

    /** How a persistence unit comes to its connections. */
    enum Unit {
        JTA("has JTA transactions") {
            @Override
            void connect(LocalContainerEntityManagerFactoryBean factory, String url) {
                factory.setJtaDataSource(new DriverManagerDataSource(url, "sa", ""));
            }
        },
        URL("has no data source") {
            @Override
            void connect(LocalContainerEntityManagerFactoryBean factory, String url) {
                factory.getJpaPropertyMap().put("jakarta.persistence.jdbc.url", url);
                factory.getJpaPropertyMap().put("jakarta.persistence.jdbc.user", "sa");
            }
        };

        final String why;

        Unit(String why) {
            this.why = why;
        }

        abstract void connect(LocalContainerEntityManagerFactoryBean factory, String url);
    }

    static Stream<Arguments> units() {
        return Stream.of(Unit.values())
                .flatMap(unit -> Stream.of("enforce", "warn", "off").map(guard -> Arguments.of(unit, guard)));
    }

    @ParameterizedTest
    @MethodSource("units")
    void isRefusedWhereTheGuardEnforces(Unit unit, String guard, CapturedOutput output) {
        application(unit, User.class)
                .withPropertyValues("seamless.guard=" + guard)
                .run(context -> {
                    if (guard.equals("enforce")) {
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("The persistence unit of users (bio -> description) " + unit.why)
                                .hasMessageContaining("seamless.guard");
                    } else {
                        assertThat(context).hasNotFailed();
                        assertThat(output.toString().contains(unit.why)).isEqualTo(guard.equals("warn"));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("units")
    void isLeftAloneWithoutARename(Unit unit, String guard) {
        application(unit, Note.class)
                .withPropertyValues("seamless.guard=" + guard)
                .run(context -> assertThat(context).hasNotFailed());
    }

    /** Whose unit Hibernate does not run, and Seamless does not map. */
    @Test
    void aUnitOfAnotherProviderIsLeftAlone() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessHibernateAutoConfiguration.class,
                        SeamlessLedgerAutoConfiguration.class))
                .withBean(LocalContainerEntityManagerFactoryBean.class, () -> {
                    LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
                    factory.setPackagesToScan(Note.class.getPackageName());
                    factory.setPersistenceProvider(
                            proxy(PersistenceProvider.class, method -> method.startsWith("create") ? others() : null));
                    return factory;
                })
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static EntityManagerFactory others() {
        return proxy(EntityManagerFactory.class, method -> switch (method) {
            case "unwrap" -> throw new PersistenceException("not Hibernate");
            case "isOpen" -> true;
            default -> null;
        });
    }

    private static <T> T proxy(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.apply(method.getName())));
    }

    private static ApplicationContextRunner application(Unit unit, Class<?> entity) {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessHibernateAutoConfiguration.class,
                        SeamlessLedgerAutoConfiguration.class))
                .withBean(LocalContainerEntityManagerFactoryBean.class, () -> {
                    LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
                    factory.setPackagesToScan(entity.getPackageName());
                    factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
                    factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "none");
                    factory.getJpaPropertyMap().put("hibernate.boot.allow_jdbc_metadata_access", "false");
                    factory.getJpaPropertyMap().put("hibernate.dialect", "org.hibernate.dialect.H2Dialect");
                    unit.connect(factory, url);
                    return factory;
                })
                .withPropertyValues("seamless.scan-packages=" + entity.getPackageName());
    }
}

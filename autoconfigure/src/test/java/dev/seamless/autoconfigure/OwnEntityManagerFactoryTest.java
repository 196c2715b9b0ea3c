package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.autoconfigure.declared.User;
import dev.seamless.hibernate.HibernateRenames;
import dev.seamless.hibernate.RenamedColumn;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Entity manager factories that the application builds itself, without Boot's own. */
class OwnEntityManagerFactoryTest {

    @Test
    void eachOfThemKeepsTheRenames() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class, SeamlessHibernateAutoConfiguration.class))
                .withUserConfiguration(TwoFactories.class)
                .withPropertyValues(
                        "seamless.scan-packages=dev.seamless.autoconfigure.declared",
                        "seamless.renames.user-bio.schema=dual-write")
                .run(context -> {
                    Map<String, EntityManagerFactory> factories = context.getBeansOfType(EntityManagerFactory.class);
                    assertThat(factories).hasSize(2);
                    assertThat(factories.values())
                            .allSatisfy(factory -> assertThat(HibernateRenames.of(factory.unwrap(SessionFactory.class)))
                                    .filteredOn(column -> column.rename().schema() == SchemaPhase.DUAL_WRITE)
                                    .extracting(RenamedColumn::pair)
                                    .containsExactly(new Pair(null, "users", "bio", "description")));
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoFactories {

        @Bean
        LocalContainerEntityManagerFactoryBean first() {
            return factory("first");
        }

        @Bean
        LocalContainerEntityManagerFactoryBean second() {
            return factory("second");
        }

        private static LocalContainerEntityManagerFactoryBean factory(String name) {
            LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
            factory.setPersistenceUnitName(name);
            factory.setDataSource(new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1"));
            factory.setPackagesToScan(User.class.getPackageName());
            factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "create-drop");
            return factory;
        }
    }
}

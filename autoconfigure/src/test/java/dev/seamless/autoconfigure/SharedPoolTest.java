package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.seamless.Pair;
import dev.seamless.autoconfigure.Fleets.Anchorage;
import dev.seamless.autoconfigure.declared.User;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Presence;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Several entity manager factories in one application: who shares a fleet, who leaves it, and who is ready. */
class SharedPoolTest {

    private static final Pair BIO = new Pair(null, "users", "bio", "description");

    private static ApplicationContextRunner application(Class<?> factories) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessHibernateAutoConfiguration.class,
                        SeamlessLedgerAutoConfiguration.class))
                .withUserConfiguration(factories)
                .withBean(ApplicationAvailabilityBean.class)
                .withPropertyValues(
                        "seamless.fleet.heartbeat=100ms",
                        "seamless.fleet.expiry=400ms",
                        "seamless.scan-packages=dev.seamless.autoconfigure.declared",
                        "seamless.renames.user-bio.schema=dual-write");
    }

    /** Two factories on one pool, the second by a proxy. */
    @Configuration(proxyBeanMethods = false)
    static class OnePool {

        @Bean
        HikariDataSource dataSource() {
            return pool("one");
        }

        @Bean
        LocalContainerEntityManagerFactoryBean first(DataSource dataSource) {
            return factory("first", dataSource, "create-drop");
        }

        @Bean
        LocalContainerEntityManagerFactoryBean second(DataSource dataSource, EntityManagerFactory first) {
            return factory("second", new LazyConnectionDataSourceProxy(dataSource), "none");
        }
    }

    /** Two factories, each on a pool of its own. */
    @Configuration(proxyBeanMethods = false)
    static class TwoPools {

        @Bean
        LocalContainerEntityManagerFactoryBean first() {
            return factory("first", pool("first"), "create-drop");
        }

        @Bean
        LocalContainerEntityManagerFactoryBean second() {
            return factory("second", pool("second"), "create-drop");
        }
    }

    /** A pool of two connections, so that whoever keeps one is found out. */
    private static HikariDataSource pool(String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:" + name + UUID.randomUUID());
        pool.setUsername("sa");
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(1000);
        return pool;
    }

    private static LocalContainerEntityManagerFactoryBean factory(String name, DataSource dataSource, String ddl) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName(name);
        factory.setDataSource(dataSource);
        factory.setPackagesToScan(User.class.getPackageName());
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", ddl);
        return factory;
    }

    @Test
    void aPoolHasOneFleetAlsoByAProxyAndIsLeftByTheLastOfItsFactories() {
        application(OnePool.class).run(context -> {
            assertThat(context).hasNotFailed();
            Anchorage only = context.getBean(Fleets.class).all().get(0);
            assertThat(context.getBean(Fleets.class).all()).hasSize(1);
            assertThat(live(only)).hasSize(1);

            context.getBean("second", EntityManagerFactory.class).close();
            assertThat(live(only)).hasSize(1);
            assertThat(count(context.getBean("first", EntityManagerFactory.class)))
                    .isZero();
            assertThat(only.fleet().presence()).isEqualTo(Presence.MEMBER);

            Ledger beside = new Ledger(context.getBean(DataSource.class));
            context.getBean("first", EntityManagerFactory.class).close();
            assertThat(only.fleet().presence()).isEqualTo(Presence.OUTSIDE);
            assertThat(beside.fleet(beside.pairs().get(0))).isEmpty();
        });
    }

    @Test
    void whoIsGoneFromOneOfItsFleetsIsNotReadyUntilItIsBackInAll() {
        application(TwoPools.class).run(context -> {
            assertThat(context).hasNotFailed();
            List<Anchorage> all = context.getBean(Fleets.class).all();
            all.forEach(SharedPoolTest::makeGone);
            awaitPresence(all.get(0), Presence.GONE);
            awaitPresence(all.get(1), Presence.GONE);
            assertThat(readiness(context)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);

            comesBack(all.get(0));
            assertThat(readiness(context)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);

            comesBack(all.get(1));
            assertThat(readiness(context)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        });
    }

    /** It is told with the first fleet that is gone, and ends when one of them is back. */
    @Configuration(proxyBeanMethods = false)
    static class WaitsForAnother {

        private volatile boolean saw;

        @Bean
        ApplicationListener<AvailabilityChangeEvent<ReadinessState>> listener(ObjectProvider<Fleets> fleets) {
            return new ApplicationListener<>() {
                @Override
                public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
                    if (event.getState() == ReadinessState.REFUSING_TRAFFIC && !saw) {
                        saw = isAnyBack(fleets.getObject().all());
                    }
                }
            };
        }

        private static boolean isAnyBack(List<Anchorage> all) {
            try {
                for (Anchorage each : all) {
                    awaitPresence(each, Presence.GONE);
                }
                for (Anchorage each : all) {
                    new JdbcTemplate(each.dataSource()).execute("update seamless_pair set old_current = true");
                }
                for (int i = 0; i < 30; i++) {
                    if (all.stream().anyMatch(each -> each.fleet().presence() == Presence.MEMBER)) {
                        return true;
                    }
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return false;
        }
    }

    @Test
    void whoIsToldOfOneFleetMayUseAnother() {
        application(TwoPools.class).withUserConfiguration(WaitsForAnother.class).run(context -> {
            List<Anchorage> all = context.getBean(Fleets.class).all();
            all.forEach(SharedPoolTest::makeGone);
            WaitsForAnother listener = context.getBean(WaitsForAnother.class);
            for (int i = 0; i < 100 && !listener.saw; i++) {
                Thread.sleep(100);
            }
            assertThat(listener.saw).isTrue();

            for (int i = 0; i < 50 && readiness(context) != ReadinessState.ACCEPTING_TRAFFIC; i++) {
                Thread.sleep(100);
            }
            assertThat(readiness(context)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
            assertThat(all).allMatch(each -> each.fleet().presence() == Presence.MEMBER);
        });
    }

    private static void makeGone(Anchorage anchorage) {
        JdbcTemplate sql = new JdbcTemplate(anchorage.dataSource());
        sql.execute("update seamless_pair set old_current = false");
        sql.execute("delete from seamless_fleet");
        sql.execute("delete from seamless_instance");
    }

    @Test
    void aRefusedUseGivesItsConnectionBack() {
        application(TwoPools.class).run(context -> {
            Anchorage first = context.getBean(Fleets.class).all().get(0);
            makeGone(first);
            awaitPresence(first, Presence.GONE);
            String name = first.dataSource() == pool(context, "first") ? "first" : "second";

            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> count(context.getBean(name, EntityManagerFactory.class)))
                        .hasMessageContaining("neither reads nor writes");
            }
        });
    }

    private static Object pool(AssertableApplicationContext context, String name) {
        return context.getBean("&" + name, LocalContainerEntityManagerFactoryBean.class)
                .getDataSource();
    }

    private static void comesBack(Anchorage anchorage) throws InterruptedException {
        new JdbcTemplate(anchorage.dataSource()).execute("update seamless_pair set old_current = true");
        awaitPresence(anchorage, Presence.MEMBER);
    }

    /** Its heartbeat finds out. */
    private static void awaitPresence(Anchorage anchorage, Presence presence) throws InterruptedException {
        for (int i = 0; i < 50 && anchorage.fleet().presence() != presence; i++) {
            Thread.sleep(100);
        }
        assertThat(anchorage.fleet().presence()).isEqualTo(presence);
    }

    private static List<?> live(Anchorage anchorage) {
        return anchorage.ledger().fleet(anchorage.ledger().find(BIO).orElseThrow());
    }

    private static ReadinessState readiness(AssertableApplicationContext context) {
        return context.getBean(ApplicationAvailability.class).getReadinessState();
    }

    private static long count(EntityManagerFactory factory) {
        return factory.unwrap(SessionFactory.class)
                .fromSession(session -> session.createQuery("select count(u) from User u", Long.class)
                        .getSingleResult());
    }
}

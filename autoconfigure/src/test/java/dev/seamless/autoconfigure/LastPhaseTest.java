package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.autoconfigure.declared.User;
import dev.seamless.ledger.Ledger;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application in phase {@code NEW}, with all migrations, on a database that is empty, half-way or there. */
class LastPhaseTest {

    private static final String SEED = "insert into users (id, bio) values (1, 'before');";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
    private final JdbcTemplate sql = new JdbcTemplate(dataSource);
    private final Ledger ledger = new Ledger(dataSource);

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = User.class)
    static class Entities {}

    private ApplicationContextRunner application(String seed) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SeamlessAutoConfiguration.class,
                        SeamlessHibernateAutoConfiguration.class,
                        SeamlessLedgerAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        FlywayAutoConfiguration.class,
                        HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class)
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=sa",
                        "spring.jpa.hibernate.ddl-auto=none",
                        "spring.flyway.locations=classpath:db/ledger-flyway",
                        "spring.flyway.placeholders.seed=" + seed,
                        "spring.flyway.placeholders.equal=bio is not distinct from description",
                        "seamless.ledger.initialize-schema=always",
                        "seamless.fleet.heartbeat=50ms",
                        "seamless.fleet.expiry=200ms",
                        "seamless.scan-packages=dev.seamless.autoconfigure.declared",
                        "seamless.renames.user-short.schema=old",
                        "seamless.renames.user-bio.schema=new");
    }

    private ApplicationContextRunner migrationsUpTo(int script) {
        return application(SEED)
                .withPropertyValues("spring.flyway.target=" + script, "seamless.renames.user-bio.schema=old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SEED})
    void comesUpOnAnEmptyDatabaseAndAgainOnTheContractedOne(String seed) {
        for (int start = 0; start < 2; start++) {
            application(seed).run(context -> {
                assertThat(context).hasNotFailed();
                assertThat(descriptions(context)).isEqualTo(seed.isEmpty() ? List.of() : List.of("before"));
            });
        }
    }

    @Test
    void comesUpWhereHibernateCreatesTheTable() {
        application("")
                .withPropertyValues("spring.flyway.enabled=false", "spring.jpa.hibernate.ddl-auto=create-drop")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(descriptions(context)).isEmpty();
                });
    }

    /** Somebody has written the table since it was created: only a backfill proves the new column. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void stopsHalfWayBeforeTheBackfillAndComesUpAfterIt(int migrated) {
        migrationsUpTo(migrated).run(context -> assertThat(context).hasNotFailed());
        sql.execute("insert into users (id, bio) values (2, 'after')");

        application(SEED)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("may not begin align now")
                        .hasMessageContaining("the new column must be current"));
        assertThat(ledger.columns(new Pair(null, "users", "bio", "description")))
                .isPresent();

        sql.execute("update users set description = bio");
        sql.execute("update seamless_pair set new_current = true");
        application(SEED).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(descriptions(context)).containsExactly("before", "after");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void comesUpHalfWayAfterTheBackfill(int migrated) {
        application(SEED)
                .withPropertyValues("spring.flyway.target=" + migrated, "seamless.renames.user-bio.schema=read-new")
                .run(context -> assertThat(context).hasNotFailed());

        application(SEED).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(descriptions(context)).containsExactly("before");
        });
    }

    private static List<String> descriptions(ApplicationContext context) {
        return context.getBean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .fromSession(
                        session -> session.createQuery("select u.description from User u order by u.id", String.class)
                                .getResultList());
    }
}

package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.Renames;
import dev.seamless.autoconfigure.SeamlessProperties.FleetProperties;
import dev.seamless.command.MigrationTool;
import dev.seamless.gate.Gate;
import dev.seamless.gate.Judge;
import dev.seamless.ledger.FleetSettings;
import dev.seamless.ledger.Instance;
import dev.seamless.scan.Declarations;
import jakarta.persistence.EntityManagerFactory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import liquibase.integration.spring.SpringLiquibase;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger of each database, this instance in its fleets, and the migrations that Flyway runs. */
@AutoConfiguration(
        after = SeamlessAutoConfiguration.class,
        before = {HibernateJpaAutoConfiguration.class, SeamlessHibernateAutoConfiguration.class},
        beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass({
    JdbcClient.class,
    EmbeddedDatabaseConnection.class,
    DatabaseInitializationMode.class,
    SessionFactory.class,
    HibernateJpaAutoConfiguration.class
})
public final class SeamlessLedgerAutoConfiguration {

    @Bean
    static LedgerSchema ledgerSchema(Environment environment, ObjectProvider<Renames> renames) {
        return new LedgerSchema(new RenamesBinder(environment).ledger().initializeSchema(), renames);
    }

    @Bean
    Fleets fleets(Environment environment, LedgerSchema schema, ApplicationContext context) {
        RenamesBinder binder = new RenamesBinder(environment);
        return new Fleets(
                name(environment),
                settings(binder),
                schema,
                staysOut(environment),
                id -> binder.properties(id).schema() != null,
                ready -> AvailabilityChangeEvent.publish(
                        context, ready ? ReadinessState.ACCEPTING_TRAFFIC : ReadinessState.REFUSING_TRAFFIC));
    }

    @Bean
    FleetLifecycle fleetLifecycle(Fleets fleets) {
        return new FleetLifecycle(fleets);
    }

    @Bean(CommandRunner.NAME)
    @ConditionalOnProperty(CommandEnvironment.COMMAND)
    CommandRunner commandRunner(
            Fleets fleets,
            Conversions conversions,
            Gate gate,
            Judge judge,
            ObjectProvider<EntityManagerFactory> factories,
            ObjectProvider<MigrationTool> tools,
            ConfigurableApplicationContext context) {
        return new CommandRunner(fleets, conversions, gate, judge, factories, tools, context);
    }

    @Bean
    Conversions conversions(Declarations declarations, ApplicationContext context) {
        return new Conversions(declarations, context);
    }

    @Bean
    PassRunner passRunner(Fleets fleets, Conversions conversions, Environment environment) {
        return new PassRunner(
                fleets, conversions, new RenamesBinder(environment).fleet().expiry());
    }

    @Bean
    PairViews pairViews(Fleets fleets, PassRunner passes) {
        return new PairViews(fleets, passes);
    }

    /** How long migrations are run again for want of a lock: a starting application is waited for, a command is not. */
    private static Duration patience(Environment environment) {
        return CommandEnvironment.isMigrate(environment) ? Duration.ofHours(1) : Duration.ofMinutes(1);
    }

    static String name(Environment environment) {
        return environment.getProperty("spring.application.name", "application") + " at "
                + ManagementFactory.getRuntimeMXBean().getName();
    }

    /** A command works beside the fleet; a training run is no instance, nor is what prepares one ahead of time. */
    private static boolean staysOut(Environment environment) {
        String exit = SpringProperties.getProperty(DefaultLifecycleProcessor.EXIT_PROPERTY_NAME);
        return CommandEnvironment.isCommand(environment)
                || Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)
                || DefaultLifecycleProcessor.ON_REFRESH_VALUE.equalsIgnoreCase(exit);
    }

    private static FleetSettings settings(RenamesBinder binder) {
        FleetProperties fleet = binder.fleet();
        try {
            return new FleetSettings(binder.guard(), fleet.heartbeat(), fleet.expiry(), fleet.findSessions());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e.getMessage() + ".", "Raise the expiry, or lower the heartbeat.");
        }
    }

    /** The migrations that Flyway runs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Flyway.class, FlywayAutoConfiguration.class})
    static class FlywayConfiguration {

        @Bean
        FlywayScripts flywayScripts(ResourceLoader resources) {
            return new FlywayScripts(resources);
        }

        @Bean
        FlywayLedger flywayLedger(Environment environment, LedgerSchema schema, FlywayScripts scripts) {
            return new FlywayLedger(
                    schema,
                    Instance.named(name(environment)),
                    new RenamesBinder(environment).fleet().expiry(),
                    scripts,
                    CommandEnvironment.isMigrate(environment));
        }

        @Bean
        @ConditionalOnMissingBean(FlywayMigrationStrategy.class)
        RetriedFlyway retriedFlyway(Environment environment, FlywayLedger ledger, FlywayScripts scripts) {
            return new RetriedFlyway(ledger, scripts, patience(environment));
        }

        @Bean
        @Order(0)
        MigrationTool flywayTool(ListableBeanFactory beans, FlywayLedger ledger) {
            return new FlywayTool(beans, ledger);
        }
    }

    /** The migrations that Liquibase runs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({SpringLiquibase.class, LiquibaseAutoConfiguration.class})
    static class LiquibaseConfiguration {

        @Bean
        static LiquibaseLedger liquibaseLedger(Environment environment, ObjectProvider<LedgerSchema> schema) {
            return new LiquibaseLedger(
                    schema,
                    Instance.named(name(environment)),
                    new RenamesBinder(environment).fleet().expiry(),
                    CommandEnvironment.isMigrate(environment));
        }

        @Bean
        @Order(1)
        MigrationTool liquibaseTool(ListableBeanFactory beans, LiquibaseLedger ledger, Environment environment) {
            return new LiquibaseTool(beans, ledger, patience(environment));
        }
    }
}

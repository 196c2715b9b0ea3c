package dev.seamless.autoconfigure;

import dev.seamless.command.MisuseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Where {@code seamless.run} is given, the application runs one command instead of itself: no web server, no migration, no schema
 * tool, no schedule, no lifecycle and no runner of its own, and no place in a fleet. After the configuration files, so that
 * they may give it, too.
 */
final class CommandEnvironment implements EnvironmentPostProcessor, Ordered {

    static final String COMMAND = "seamless.run";

    private static final Map<String, Object> QUIET = Map.of(
            "spring.main.web-application-type", "none",
            "spring.main.lazy-initialization", "true",
            "spring.main.banner-mode", "off",
            "spring.main.keep-alive", "false",
            "spring.jpa.hibernate.ddl-auto", "none",
            "spring.sql.init.mode", "never",
            "spring.batch.job.enabled", "false",
            "logging.level.root", "warn");

    /** What the command {@code migrate} does not need: it runs the tool itself. */
    private static final Map<String, Object> NO_MIGRATIONS =
            Map.of("spring.flyway.enabled", "false", "spring.liquibase.enabled", "false");

    /** An index that is built concurrently waits for every transaction, also for one that held Flyway's lock. */
    private static final Map<String, Object> MIGRATIONS =
            Map.of("spring.flyway.postgresql.transactional-lock", "false");

    static boolean isCommand(Environment environment) {
        return environment.containsProperty(COMMAND);
    }

    static boolean isMigrate(Environment environment) {
        return "migrate".equals(environment.getProperty(COMMAND));
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isCommand(environment)) {
            Map<String, Object> properties = new HashMap<>(QUIET);
            properties.putAll(isMigrate(environment) ? MIGRATIONS : NO_MIGRATIONS);
            environment.getPropertySources().addFirst(new MapPropertySource("seamless command", properties));
            application.addInitializers(context -> {
                refuseForOneRename(environment);
                context.addBeanFactoryPostProcessor(CommandEnvironment::leaveOnlyTheCommand);
            });
        }
    }

    /** Before the migrations, which run while the context is made. */
    private static void refuseForOneRename(Environment environment) {
        if (isMigrate(environment) && environment.containsProperty("seamless.run-rename")) {
            throw new MisusedCommandException(new MisuseException(
                    "migrate runs all scripts that have not run yet, in their order; it is for no single rename.",
                    "Leave out seamless.run-rename."));
        }
    }

    private static void leaveOnlyTheCommand(ConfigurableListableBeanFactory beans) {
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
        for (Class<?> type : List.of(ApplicationRunner.class, CommandLineRunner.class)) {
            for (String runner : beans.getBeanNamesForType(type, true, false)) {
                if (!runner.equals(CommandRunner.NAME)) {
                    registry.removeBeanDefinition(runner);
                }
            }
        }
        String scheduler = TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;
        if (registry.containsBeanDefinition(scheduler)) {
            registry.removeBeanDefinition(scheduler);
        }
        beans.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NoLifecycle());
    }

    /** Starts nothing, so that nothing has to be stopped. */
    private static final class NoLifecycle implements LifecycleProcessor {

        @Override
        public void onRefresh() {
            // The application itself does not start.
        }

        @Override
        public void onClose() {
            // Nothing was started.
        }

        @Override
        public void start() {
            // The application itself does not start.
        }

        @Override
        public void stop() {
            // Nothing was started.
        }

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

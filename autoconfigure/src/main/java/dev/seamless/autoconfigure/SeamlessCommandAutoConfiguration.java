package dev.seamless.autoconfigure;

import dev.seamless.command.MigrationTool;
import dev.seamless.gate.Gate;
import dev.seamless.gate.Judge;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Runs one command instead of the application, also one that has no database. */
@AutoConfiguration(after = SeamlessGateAutoConfiguration.class)
@ConditionalOnProperty(CommandEnvironment.COMMAND)
public final class SeamlessCommandAutoConfiguration {

    @Bean(CommandRunner.NAME)
    CommandRunner commandRunner(
            Gate gate,
            Judge judge,
            ObjectProvider<CommandTargets> targets,
            ObjectProvider<MigrationTool> tools,
            ConfigurableApplicationContext context) {
        return new CommandRunner(gate, judge, targets, tools, context);
    }
}

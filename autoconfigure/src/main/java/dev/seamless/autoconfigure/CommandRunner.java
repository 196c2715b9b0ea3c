package dev.seamless.autoconfigure;

import dev.seamless.command.ApiBoundary;
import dev.seamless.command.Commands;
import dev.seamless.command.Console;
import dev.seamless.command.MigrationTool;
import dev.seamless.command.MisuseException;
import dev.seamless.command.Request;
import dev.seamless.gate.ApiWindow;
import dev.seamless.gate.Gate;
import dev.seamless.gate.Judge;
import dev.seamless.ledger.Instance;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs the command, and closes the context, so that nothing keeps the process alive. */
final class CommandRunner implements ApplicationRunner {

    static final String NAME = "seamlessCommandRunner";

    private final Gate gate;
    private final Judge judge;
    private final ObjectProvider<CommandTargets> targets;
    private final ObjectProvider<MigrationTool> tools;
    private final ConfigurableApplicationContext context;

    CommandRunner(
            Gate gate,
            Judge judge,
            ObjectProvider<CommandTargets> targets,
            ObjectProvider<MigrationTool> tools,
            ConfigurableApplicationContext context) {
        this.gate = gate;
        this.judge = judge;
        this.targets = targets;
        this.tools = tools;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        Instance instance = Instance.named(SeamlessLedgerAutoConfiguration.name(context.getEnvironment()));
        Commands commands = new Commands(
                CommandEnvironment.isMigrate(context.getEnvironment())
                        ? List.of()
                        : targets.orderedStream()
                                .flatMap(one -> one.get().stream())
                                .toList(),
                gate.windows().stream().map(this::boundary).toList(),
                tools.orderedStream().toList(),
                instance,
                new RenamesBinder(context.getEnvironment()).fleet().expiry(),
                new Console(System.out, System.console() != null));
        try {
            commands.run(request());
        } catch (MisuseException e) {
            throw new MisusedCommandException(e);
        }
        context.close();
    }

    private Request request() {
        String output = property("seamless.run-output");
        return new Request(
                Objects.requireNonNull(property(CommandEnvironment.COMMAND)),
                property("seamless.run-rename"),
                property("seamless.run-instance"),
                output == null ? null : Path.of(output),
                property("seamless.run-way"),
                property("seamless.run-workers"),
                property("seamless.run-share"));
    }

    private @Nullable String property(String name) {
        return context.getEnvironment().getProperty(name);
    }

    private ApiBoundary boundary(ApiWindow window) {
        return new ApiBoundary(window.rename().id(), window.rename().api(), judge.next(window));
    }
}

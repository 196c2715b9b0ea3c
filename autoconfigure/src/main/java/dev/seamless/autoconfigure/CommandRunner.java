package dev.seamless.autoconfigure;

import dev.seamless.autoconfigure.Fleets.Anchorage;
import dev.seamless.command.Commands;
import dev.seamless.command.MisuseException;
import dev.seamless.command.Request;
import dev.seamless.command.Target;
import dev.seamless.ledger.Instance;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs the command, and closes the context, so that nothing keeps the process alive. */
final class CommandRunner implements ApplicationRunner {

    static final String NAME = "seamlessCommandRunner";

    private final Fleets fleets;
    private final Conversions conversions;
    private final ObjectProvider<EntityManagerFactory> factories;
    private final ConfigurableApplicationContext context;

    CommandRunner(
            Fleets fleets,
            Conversions conversions,
            ObjectProvider<EntityManagerFactory> factories,
            ConfigurableApplicationContext context) {
        this.fleets = fleets;
        this.conversions = conversions;
        this.factories = factories;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        factories.orderedStream().forEach(EntityManagerFactory::getMetamodel);
        Instance instance = Instance.named(SeamlessLedgerAutoConfiguration.name(context.getEnvironment()));
        Commands commands = new Commands(
                fleets.all().stream().flatMap(this::targets).toList(),
                instance,
                new RenamesBinder(context.getEnvironment()).fleet().expiry(),
                System.out,
                System.console() != null);
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
                output == null ? null : Path.of(output));
    }

    private @Nullable String property(String name) {
        return context.getEnvironment().getProperty(name);
    }

    private Stream<Target> targets(Anchorage anchorage) {
        return anchorage.uses().stream()
                .distinct()
                .map(use -> new Target(
                        use.rename(),
                        use.pair(),
                        use.phase(),
                        anchorage.dataSource(),
                        anchorage.ledger(),
                        conversions.of(use.rename()).orElse(null)));
    }
}

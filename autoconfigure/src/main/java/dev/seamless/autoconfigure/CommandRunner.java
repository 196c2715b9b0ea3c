package dev.seamless.autoconfigure;

import dev.seamless.autoconfigure.Fleets.Anchorage;
import dev.seamless.backfill.Conversion;
import dev.seamless.command.ApiBoundary;
import dev.seamless.command.Commands;
import dev.seamless.command.Console;
import dev.seamless.command.MigrationTool;
import dev.seamless.command.MisuseException;
import dev.seamless.command.Request;
import dev.seamless.command.Target;
import dev.seamless.gate.ApiWindow;
import dev.seamless.gate.Gate;
import dev.seamless.gate.Judge;
import dev.seamless.hibernate.HibernateRenames;
import dev.seamless.hibernate.RenamedColumn;
import dev.seamless.hibernate.RenamedColumn.ColumnTypes;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Use;
import dev.seamless.schema.TypeChange;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
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
    private final Gate gate;
    private final Judge judge;
    private final ObjectProvider<EntityManagerFactory> factories;
    private final ObjectProvider<MigrationTool> tools;
    private final ConfigurableApplicationContext context;

    CommandRunner(
            Fleets fleets,
            Conversions conversions,
            Gate gate,
            Judge judge,
            ObjectProvider<EntityManagerFactory> factories,
            ObjectProvider<MigrationTool> tools,
            ConfigurableApplicationContext context) {
        this.fleets = fleets;
        this.conversions = conversions;
        this.gate = gate;
        this.judge = judge;
        this.factories = factories;
        this.tools = tools;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        if (!CommandEnvironment.isMigrate(context.getEnvironment())) {
            factories.orderedStream().forEach(EntityManagerFactory::getMetamodel);
        }
        Instance instance = Instance.named(SeamlessLedgerAutoConfiguration.name(context.getEnvironment()));
        Commands commands = new Commands(
                fleets.all().stream().flatMap(this::targets).toList(),
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
                property("seamless.run-way"));
    }

    private @Nullable String property(String name) {
        return context.getEnvironment().getProperty(name);
    }

    private ApiBoundary boundary(ApiWindow window) {
        return new ApiBoundary(window.rename().id(), window.rename().api(), judge.next(window));
    }

    private Stream<Target> targets(Anchorage anchorage) {
        return anchorage.uses().stream()
                .distinct()
                .map(use -> target(anchorage, use, conversions.of(use.rename()).orElse(null)));
    }

    private Target target(Anchorage anchorage, Use use, @Nullable Conversion conversion) {
        TypeChange change = conversion == null
                ? null
                : types(use)
                        .map(types -> new TypeChange(types.old(), types.renamed(), conversion.converter()))
                        .orElseThrow();
        return new Target(
                use.rename(), use.pair(), use.phase(), anchorage.dataSource(), anchorage.ledger(), conversion, change);
    }

    private Optional<ColumnTypes> types(Use use) {
        return factories.stream()
                .flatMap(factory -> HibernateRenames.of(factory.unwrap(SessionFactory.class)).stream())
                .filter(column ->
                        column.pair().equals(use.pair()) && column.rename().id().equals(use.rename()))
                .map(RenamedColumn::types)
                .filter(Objects::nonNull)
                .findFirst();
    }
}

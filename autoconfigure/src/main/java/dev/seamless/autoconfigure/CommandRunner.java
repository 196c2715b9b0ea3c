package dev.seamless.autoconfigure;

import dev.seamless.RenameConverter;
import dev.seamless.autoconfigure.Fleets.Anchorage;
import dev.seamless.backfill.ColumnValues;
import dev.seamless.backfill.Conversion;
import dev.seamless.command.Commands;
import dev.seamless.command.MisuseException;
import dev.seamless.command.Request;
import dev.seamless.command.Target;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Use;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenamedMember;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.GenericTypeResolver;
import org.springframework.util.ClassUtils;

/** Runs the command, and closes the context, so that nothing keeps the process alive. */
final class CommandRunner implements ApplicationRunner {

    static final String NAME = "seamlessCommandRunner";

    private final Fleets fleets;
    private final Declarations declarations;
    private final ObjectProvider<EntityManagerFactory> factories;
    private final ConfigurableApplicationContext context;

    CommandRunner(
            Fleets fleets,
            Declarations declarations,
            ObjectProvider<EntityManagerFactory> factories,
            ConfigurableApplicationContext context) {
        this.fleets = fleets;
        this.declarations = declarations;
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
                        conversion(use)));
    }

    private @Nullable Conversion conversion(Use use) {
        String converter = declarations.members(use.rename()).stream()
                .filter(RenamedMember::onSchema)
                .map(member -> member.renamed().converter())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        if (converter.isEmpty()) {
            return null;
        }
        Class<?> type = ClassUtils.resolveClassName(converter, context.getClassLoader());
        Class<?>[] types =
                Objects.requireNonNull(GenericTypeResolver.resolveTypeArguments(type, RenameConverter.class));
        Object own = context.getBeanProvider(type).getIfAvailable();
        RenameConverter<?, ?> bean = (RenameConverter<?, ?>)
                (own == null ? context.getAutowireCapableBeanFactory().createBean(type) : own);
        return new Conversion(bean, ColumnValues.of(types[0]), ColumnValues.of(types[1]));
    }
}

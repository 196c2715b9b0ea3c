package dev.seamless.autoconfigure;

import dev.seamless.autoconfigure.Fleets.Anchorage;
import dev.seamless.backfill.Conversion;
import dev.seamless.command.Target;
import dev.seamless.hibernate.HibernateRenames;
import dev.seamless.hibernate.RenamedColumn;
import dev.seamless.hibernate.RenamedColumn.ColumnTypes;
import dev.seamless.ledger.Use;
import dev.seamless.schema.TypeChange;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The pairs that commands work on: those of the renamed attributes that this application maps. */
final class CommandTargets implements Supplier<List<Target>> {

    private final Fleets fleets;
    private final Conversions conversions;
    private final ObjectProvider<EntityManagerFactory> factories;

    CommandTargets(Fleets fleets, Conversions conversions, ObjectProvider<EntityManagerFactory> factories) {
        this.fleets = fleets;
        this.conversions = conversions;
        this.factories = factories;
    }

    /** What is mapped is known when the factories are made. */
    @Override
    public List<Target> get() {
        factories.orderedStream().forEach(EntityManagerFactory::getMetamodel);
        return fleets.all().stream().flatMap(this::targets).toList();
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

package dev.seamless.autoconfigure;

import dev.seamless.Rename;
import dev.seamless.hibernate.HibernateRenames;
import dev.seamless.hibernate.RenamedColumn;
import dev.seamless.scan.RenamedMember;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;

/** The columns that Hibernate derived. */
final class RenamedColumnNames implements BoundaryNames {

    private final ObjectProvider<EntityManagerFactory> factories;

    RenamedColumnNames(ObjectProvider<EntityManagerFactory> factories) {
        this.factories = factories;
    }

    @Override
    public String boundary() {
        return "columns";
    }

    @Override
    public List<String> of(Rename rename) {
        return columns()
                .filter(column -> column.rename().equals(rename))
                .map(column -> column.pair().toString())
                .distinct()
                .toList();
    }

    @Override
    public boolean overlooks(RenamedMember member) {
        return member.onSchema()
                && isManaged(member.owner().type())
                && columns().noneMatch(column -> isOf(column, member));
    }

    private static boolean isOf(RenamedColumn column, RenamedMember member) {
        String attribute = column.attribute();
        return column.rename().id().equals(member.renamed().id())
                && attribute.substring(attribute.lastIndexOf('.') + 1).equals(member.newName());
    }

    private boolean isManaged(String type) {
        return sessionFactories()
                .flatMap(factory -> factory.getMetamodel().getManagedTypes().stream())
                .anyMatch(managed -> managed.getJavaType() != null
                        && managed.getJavaType().getName().equals(type));
    }

    private Stream<RenamedColumn> columns() {
        return sessionFactories().flatMap(factory -> HibernateRenames.of(factory).stream());
    }

    private Stream<SessionFactory> sessionFactories() {
        return factories
                .orderedStream()
                .filter(SessionFactory.class::isInstance)
                .map(SessionFactory.class::cast);
    }
}

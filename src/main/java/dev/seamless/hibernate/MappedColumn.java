package dev.seamless.hibernate;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/**
 * One column of the boot model, in all the places that hold it: Hibernate keeps an instance for each attribute, key,
 * foreign key and index that names it, and texts (check constraints, read expressions) that do so too.
 */
final class MappedColumn {

    private final Table table;
    private final Identifier name;
    private final Set<Column> instances = Collections.newSetFromMap(new IdentityHashMap<>());

    MappedColumn(MetadataImplementor metadata, Table table, Identifier name) {
        this.table = table;
        this.name = name;
        all(metadata, table)
                .filter(column -> column.getCanonicalName().equals(name.getCanonicalName()))
                .forEach(instances::add);
    }

    void rename(Identifier read) {
        if (name.equals(read)) {
            return;
        }
        SqlName text = new SqlName(name.getText());
        for (Column column : instances) {
            column.setName(read.render());
            table.columnRenamed(column);
            column.getCheckConstraints().forEach(check -> rename(check, text, read));
            if (column.hasCustomRead()) {
                column.setCustomRead(text.replace(column.getCustomReadExpression(), read.getText()));
            }
        }
        table.getChecks().forEach(check -> rename(check, text, read));
    }

    private static void rename(CheckConstraint check, SqlName text, Identifier read) {
        check.setConstraint(text.replace(check.getConstraint(), read.getText()));
    }

    private static Stream<Column> all(MetadataImplementor metadata, Table table) {
        Stream<Constraint> constraints =
                Stream.concat(table.getUniqueKeys().values().stream(), table.getForeignKeyCollection().stream());
        return Stream.of(
                        table.getColumns().stream(),
                        constraints.flatMap(constraint -> constraint.getColumns().stream()),
                        table.getIndexes().values().stream().flatMap(index -> columns(index.getSelectables())),
                        referenced(metadata, table),
                        values(metadata)
                                .filter(value -> value.getTable() == table)
                                .flatMap(value -> columns(value.getSelectables())))
                .flatMap(columns -> columns);
    }

    private static Stream<Column> referenced(MetadataImplementor metadata, Table table) {
        return metadata.collectTableMappings().stream()
                .flatMap(other -> other.getForeignKeyCollection().stream())
                .filter(key -> key.getReferencedTable() == table)
                .flatMap(key -> key.getReferencedColumns().stream());
    }

    private static Stream<Column> columns(List<Selectable> selectables) {
        return selectables.stream().filter(Column.class::isInstance).map(Column.class::cast);
    }

    private static Stream<Value> values(MetadataImplementor metadata) {
        return Stream.concat(
                metadata.getEntityBindings().stream().flatMap(MappedColumn::values),
                metadata.getCollectionBindings().stream().flatMap(MappedColumn::values));
    }

    private static Stream<Value> values(PersistentClass entity) {
        return Stream.concat(
                Stream.of(entity.getKey()),
                entity.getProperties().stream().map(Property::getValue).flatMap(MappedColumn::withParts));
    }

    private static Stream<Value> values(Collection collection) {
        List<Value> own = collection instanceof IndexedCollection indexed
                ? List.of(collection.getKey(), collection.getElement(), indexed.getIndex())
                : List.of(collection.getKey(), collection.getElement());
        return own.stream().flatMap(MappedColumn::withParts);
    }

    private static Stream<Value> withParts(Value value) {
        return value instanceof Component component
                ? component.getProperties().stream().map(Property::getValue).flatMap(MappedColumn::withParts)
                : Stream.of(value);
    }
}

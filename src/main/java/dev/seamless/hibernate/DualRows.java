package dev.seamless.hibernate;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.CollectionPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.collection.AbstractCollectionPersister;
import org.hibernate.persister.collection.mutation.CollectionMutationTarget;
import org.hibernate.persister.collection.mutation.RowMutationOperations;
import org.hibernate.sql.model.MutationType;
import org.hibernate.sql.model.ast.MutatingTableReference;
import org.hibernate.sql.model.ast.TableMutation;
import org.hibernate.sql.model.ast.builder.TableInsertBuilderStandard;
import org.hibernate.sql.model.ast.builder.TableUpdateBuilderStandard;
import org.hibernate.sql.model.internal.MutationGroupSingle;
import org.hibernate.sql.model.jdbc.JdbcMutationOperation;

/**
 * The inserts and updates of the rows of an element collection, with both columns of each pair.
 *
 * <p>{@code AbstractCollectionPersister} translates them by the dialect itself, past every hook, so they are built here once
 * more; how their values are bound, and how rows are deleted, stays Hibernate's own.
 */
final class DualRows {

    private final AbstractCollectionPersister persister;
    private final CollectionMutationTarget target;
    private final SessionFactoryImplementor factory;

    private DualRows(AbstractCollectionPersister persister) {
        this.persister = persister;
        this.target = (CollectionMutationTarget) persister;
        this.factory = persister.getFactory();
    }

    static RowMutationOperations of(AbstractCollectionPersister persister) {
        OtherColumns.of(persister.getFactory()).writesRowsOf(persister.getRole());
        return new DualRows(persister).operations(persister.getRowMutationOperations());
    }

    private RowMutationOperations operations(RowMutationOperations hibernate) {
        return new RowMutationOperations(
                target,
                hibernate.hasInsertRow() ? this::insert : null,
                hibernate.getInsertRowValues(),
                hibernate.hasUpdateRow() ? this::update : null,
                hibernate.getUpdateRowValues(),
                hibernate.getUpdateRowRestrictions(),
                hibernate.hasDeleteRow() ? table -> hibernate.getDeleteRowOperation() : null,
                hibernate.getDeleteRowRestrictions(),
                hibernate.getDeleteAllRowsOperationProducer());
    }

    private JdbcMutationOperation insert(MutatingTableReference table) {
        PluralAttributeMapping attribute = persister.getAttributeMapping();
        TableInsertBuilderStandard insert = new TableInsertBuilderStandard(target, table, factory);
        attribute.getKeyDescriptor().getKeyPart().forEachSelectable(insert);
        CollectionPart index = attribute.getIndexDescriptor();
        if (index != null) {
            index.forEachInsertable(insert);
        }
        attribute.getElementDescriptor().forEachInsertable(insert);
        return translated(MutationType.INSERT, insert.buildMutation());
    }

    private JdbcMutationOperation update(MutatingTableReference table) {
        PluralAttributeMapping attribute = persister.getAttributeMapping();
        TableUpdateBuilderStandard<JdbcMutationOperation> update =
                new TableUpdateBuilderStandard<>(target, table, factory);
        attribute.getElementDescriptor().forEachUpdatable(update);
        update.addKeyRestrictionsLeniently(attribute.getKeyDescriptor().getKeyPart());
        CollectionPart index = attribute.getIndexDescriptor();
        if (index != null) {
            update.addKeyRestrictionsLeniently(index);
        } else {
            update.addKeyRestrictions(attribute.getElementDescriptor());
        }
        return translated(MutationType.UPDATE, update.buildMutation());
    }

    private JdbcMutationOperation translated(MutationType type, TableMutation<?> mutation) {
        new DualAssignments(OtherColumns.of(factory)).addTo(new MutationGroupSingle(type, target, mutation));
        return (JdbcMutationOperation) mutation.createMutationOperation(null, factory);
    }
}

package dev.seamless.hibernate;

import dev.seamless.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Formula;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQL that the mapping contains as text: formulas, restrictions, filters, orders, subselects, named native queries.
 * Seamless does not rewrite it, so what names a renamed column is reported at start-up. Check constraints are no part of it:
 * {@link MappedColumn} renames them.
 */
final class SqlFragments {

    private static final Logger LOG = LoggerFactory.getLogger(SqlFragments.class);

    private final List<Fragment> fragments = new ArrayList<>();

    /** A text of SQL, where it stands, and the table whose columns it names without saying so, if any. */
    private record Fragment(
            String place, @Nullable Table table, @Nullable String sql) {

        boolean names(Pair pair, String column) {
            boolean ofTable = table == null ? new SqlName(pair.table()).isIn(sql) : isOf(table, pair);
            return ofTable && new SqlName(column).isIn(sql);
        }

        private static boolean isOf(Table table, Pair pair) {
            return table.getName().equals(pair.table());
        }
    }

    SqlFragments(Metadata metadata) {
        metadata.getEntityBindings().forEach(this::addAll);
        metadata.getCollectionBindings().forEach(this::addAll);
        metadata.visitNamedNativeQueryDefinitions(
                query -> add("The named native query " + query.getRegistrationName(), null, query.getSqlQueryString()));
    }

    /** Logs a warning for each fragment that names one of the two columns. */
    void report(RenamedColumn renamed) {
        Pair pair = renamed.pair();
        for (Fragment fragment : fragments) {
            Stream.of(pair.oldColumn(), pair.newColumn())
                    .filter(column -> fragment.names(pair, column))
                    .forEach(column -> LOG.atWarn()
                            .addKeyValue("rename", renamed.rename().id())
                            .log(
                                    "{} names the column {} of the rename '{}' in SQL that Seamless does not rewrite:"
                                            + " it fails where that column is not there, and may see or write one"
                                            + " column alone.",
                                    fragment.place(),
                                    column,
                                    renamed.rename().id()));
        }
    }

    private void addAll(PersistentClass entity) {
        Table table = entity.getTable();
        String name = entity.getEntityName();
        add("The restriction of " + name, table, entity.getWhere());
        add("The subselect of " + name, table, table.getSubselect());
        entity.getFilters()
                .forEach(filter -> add("The filter " + filter.getName() + " of " + name, table, filter.getCondition()));
        entity.getProperties().forEach(property -> addFormulas(name, property));
    }

    private void addFormulas(String entity, Property property) {
        for (Selectable selectable : property.getSelectables()) {
            if (selectable instanceof Formula formula) {
                Table table = property.getValue().getTable();
                add("The formula of " + entity + "." + property.getName(), table, formula.getFormula());
            }
        }
    }

    private void addAll(Collection collection) {
        PersistentClass element = collection.isOneToMany()
                ? ((org.hibernate.mapping.OneToMany) collection.getElement()).getAssociatedClass()
                : null;
        Table table = element == null ? collection.getCollectionTable() : element.getTable();
        add("The restriction of " + collection.getRole(), table, collection.getWhere());
        add("The order of " + collection.getRole(), table, collection.getOrderBy());
        add("The order of " + collection.getRole(), null, collection.getManyToManyOrdering());
        add("The restriction of " + collection.getRole(), null, collection.getManyToManyWhere());
    }

    private void add(String place, @Nullable Table table, @Nullable String sql) {
        fragments.add(new Fragment(place, table, sql));
    }
}

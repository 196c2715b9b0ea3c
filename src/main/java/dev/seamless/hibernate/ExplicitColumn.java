package dev.seamless.hibernate;

import jakarta.persistence.Column;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Selectable;

/** Whether the mapping names the column of an attribute outright, so that {@code from} says nothing about the old one. */
final class ExplicitColumn {

    private ExplicitColumn() {}

    /** An annotation that names one, or any other mapping (an override, XML) that led to another name than the derived. */
    static boolean names(RenamedMember member, ColumnNames names) {
        List<Selectable> mapped = member.property().getSelectables();
        if (mapped.size() != 1 || !(mapped.get(0) instanceof org.hibernate.mapping.Column column)) {
            return false;
        }
        Identifier derived = names.implicit(member.path(), member.property().getValue());
        return member.annotations(Column.class).anyMatch(named -> !named.name().isEmpty())
                || !derived.getCanonicalName().equals(column.getCanonicalName());
    }
}

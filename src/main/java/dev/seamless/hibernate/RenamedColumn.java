package dev.seamless.hibernate;

import dev.seamless.Pair;
import dev.seamless.Rename;
import org.jspecify.annotations.Nullable;

/**
 * A renamed attribute as one session factory maps it.
 *
 * @param rename the rename, with the phases of this instance
 * @param entity the name of the entity
 * @param attribute the path of the attribute within the entity, which is its new name
 * @param pair the table and the two columns
 * @param types the types of the two columns; {@code null} if the rename does not convert
 */
public record RenamedColumn(
        Rename rename,
        String entity,
        String attribute,
        Pair pair,
        @Nullable ColumnTypes types) {

    /**
     * The types of the columns of a converting rename, as Hibernate's DDL writes them.
     *
     * @param old the type of the old column
     * @param renamed the type of the new column
     */
    public record ColumnTypes(String old, String renamed) {}
}

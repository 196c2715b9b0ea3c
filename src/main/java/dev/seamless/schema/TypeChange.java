package dev.seamless.schema;

import dev.seamless.RenameConverter;
import java.util.Optional;

/**
 * What a rename changes besides the name.
 *
 * @param oldType the type of the old column, as DDL writes it
 * @param newType the type of the new column, likewise
 * @param converter the converter of the rename
 */
public record TypeChange(String oldType, String newType, RenameConverter<?, ?> converter) {

    /** The type that a column of the pair has, given which of the two it is. */
    String typeOf(boolean newColumn) {
        return newColumn ? newType : oldType;
    }

    /** The SQL that makes the value for one column out of the other's. */
    Optional<String> convert(boolean toNew, String expression) {
        return toNew ? converter.toNewSql(expression) : converter.toOldSql(expression);
    }
}

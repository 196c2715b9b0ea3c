package dev.seamless.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as the database holds it.
 *
 * @param name the name
 * @param type the type, as DDL writes it
 * @param collation the collation, as DDL writes it, or {@code null} where it is that of the type or the table
 * @param defaultValue the default, as an SQL expression, or {@code null}
 * @param volatileDefault whether the default gives another value each time, so that two columns cannot share it
 * @param generated how the database makes the value itself ({@code identity}, or the expression), or {@code null}
 * @param nullable whether it takes {@code NULL}
 * @param comment the comment, or {@code null}
 * @param equality how its values are told apart
 * @param grants the privileges on this column alone
 */
public record Column(
        String name,
        String type,
        @Nullable String collation,
        @Nullable String defaultValue,
        boolean volatileDefault,
        @Nullable String generated,
        boolean nullable,
        @Nullable String comment,
        Equality equality,
        List<Grant> grants) {

    /** The column under another name, as it is added: without constraint or privileges of its own yet. */
    Column named(String other) {
        return new Column(
                other, type, collation, defaultValue, volatileDefault, generated, nullable, comment, equality, grants);
    }

    /** The column with another type and default. A collation or a modifier is part of the given type. */
    Column as(String otherType, @Nullable String otherDefault) {
        return new Column(name, otherType, null, otherDefault, false, null, nullable, comment, equality, grants);
    }

    /** The same column under what its type is really called, of which the collation is a part. */
    Column typed(String realType) {
        return new Column(
                name, realType, null, defaultValue, volatileDefault, generated, nullable, comment, equality, grants);
    }

    /** The type with its collation. */
    String typeWithCollation() {
        return collation == null ? type : type + " collate " + collation;
    }
}

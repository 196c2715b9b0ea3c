package dev.seamless.schema;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** What a database makes of a name without quotes. */
enum Folding {
    LOWER,
    UPPER,
    /** It keeps the name, and finds it in any case. */
    INSENSITIVE,
    /** It keeps the name, and finds that one only. */
    EXACT;

    static Folding of(DatabaseMetaData database) throws SQLException {
        if (database.storesLowerCaseIdentifiers()) {
            return LOWER;
        }
        if (database.storesUpperCaseIdentifiers()) {
            return UPPER;
        }
        return database.supportsMixedCaseIdentifiers() ? EXACT : INSENSITIVE;
    }

    String fold(String name) {
        return switch (this) {
            case LOWER -> name.toLowerCase(Locale.ROOT);
            case UPPER -> name.toUpperCase(Locale.ROOT);
            case INSENSITIVE, EXACT -> name;
        };
    }
}

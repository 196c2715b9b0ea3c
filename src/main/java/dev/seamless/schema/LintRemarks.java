package dev.seamless.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What tells Squawk, a linter of PostgreSQL migrations, that a finding is meant; the reason stands beside it. */
final class LintRemarks {

    private static final Map<String, String> TYPES = Map.of(
            "character varying(", "prefer-text-field",
            "varchar(", "prefer-text-field",
            "character(", "ban-char-field",
            "char(", "ban-char-field",
            "integer", "prefer-bigint-over-int",
            "int", "prefer-bigint-over-int",
            "smallint", "prefer-bigint-over-smallint",
            "timestamp without", "prefer-timestamptz",
            "timestamp(", "prefer-timestamptz");

    private LintRemarks() {}

    static String ignore(String rule) {
        return "squawk-ignore " + rule;
    }

    /** A new column keeps the type of the old one, whatever a linter thinks of it. */
    static List<String> ofType(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return TYPES.entrySet().stream()
                .filter(one ->
                        Character.isLetter(one.getKey().charAt(one.getKey().length() - 1))
                                        && !one.getKey().contains(" ")
                                ? lower.equals(one.getKey())
                                : lower.startsWith(one.getKey()))
                .limit(1)
                .flatMap(one -> List.of("The type is that of the other column.", ignore(one.getValue())).stream())
                .toList();
    }
}

package dev.seamless.hibernate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name as it stands in a fragment of SQL that a person wrote: as a word of its own, in any case, outside of literals. */
final class SqlName {

    private final Pattern pattern;

    SqlName(String name) {
        this.pattern = Pattern.compile(
                "('(?:[^']|'')*')|(?<![\\w$])(" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + ")(?![\\w$])",
                Pattern.CASE_INSENSITIVE);
    }

    boolean isIn(@Nullable String sql) {
        return sql != null && pattern.matcher(sql).results().anyMatch(match -> match.group(2) != null);
    }

    String replace(String sql, String by) {
        Matcher matcher = pattern.matcher(sql);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(match.group(2) == null ? match.group() : by));
    }
}

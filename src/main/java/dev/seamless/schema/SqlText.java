package dev.seamless.schema;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL that somebody else wrote, or that a database prints, read as words: what it mentions, outside of literals and comments. */
final class SqlText {

    private static final String LITERAL = "'(?:[^']|'')*'";
    private static final String LITERAL_WITH_BACKSLASHES = "'(?:[^'\\\\]|''|\\\\.)*'";

    /** A literal or comment; a name in quotes, or a bare word. */
    private static final String TOKEN = "(%s|--[^\\n]*|/\\*.*?\\*/)|(\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`)|([\\w$]+)";

    /** What follows is a type, a collation, or the name that a view gives to what it selects. */
    private static final Pattern NO_COLUMN_BEFORE =
            Pattern.compile("(::\\s*|(?<!\\w)(?:collate|as)\\s+)$", Pattern.CASE_INSENSITIVE);

    private final Names names;
    private final String sql;
    private final Pattern token;

    SqlText(Names names, String sql) {
        this.names = names;
        this.sql = sql;
        this.token = Pattern.compile(
                TOKEN.formatted(names.printsEveryNameInQuotes() ? LITERAL_WITH_BACKSLASHES : LITERAL), Pattern.DOTALL);
    }

    /** Whether a column stands there, in SQL that the database prints. */
    boolean mentions(String column) {
        return token.matcher(sql).results().anyMatch(word -> isColumn(word, column));
    }

    /** Whether the name stands there as a word, whatever it means there, in any case; in a literal too, which may be dynamic SQL. */
    boolean hasWord(String word) {
        return find("(?<![\\w$])" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "(?![\\w$])");
    }

    /** Whether the name stands there behind {@code new} or {@code old} and a dot, as in the body of a trigger. */
    boolean hasRowMember(String column) {
        return find("(?<![\\w$])(?:new|old)\\s*\\.\\s*[\"`]?" + Pattern.quote(column.toLowerCase(Locale.ROOT))
                + "(?![\\w$])");
    }

    private boolean find(String pattern) {
        String withoutComments =
                replaced(word -> word.group(1) == null || word.group(1).startsWith("'") ? word.group() : " ");
        return Pattern.compile(pattern)
                .matcher(withoutComments.toLowerCase(Locale.ROOT))
                .find();
    }

    /** The SQL with another expression in the place of a column. */
    String replace(String column, String by) {
        return replaced(word -> isColumn(word, column) ? by : word.group());
    }

    /** The SQL with names in quotes only where they must be. */
    String tidy() {
        return replaced(word -> word.group(2) == null ? word.group() : names.sql(name(word)));
    }

    private String replaced(Function<MatchResult, String> replacement) {
        return token.matcher(sql).replaceAll(word -> Matcher.quoteReplacement(replacement.apply(word)));
    }

    private boolean isColumn(MatchResult word, String column) {
        boolean everyNameInQuotes = names.printsEveryNameInQuotes();
        return word.group(1) == null
                && (word.group(2) != null || !everyNameInQuotes)
                && name(word).equals(column)
                && !NO_COLUMN_BEFORE.matcher(sql.substring(0, word.start())).find()
                && (word.end() == sql.length() || sql.charAt(word.end()) != '.')
                && (everyNameInQuotes || !isFunctionOrMember(word));
    }

    private boolean isFunctionOrMember(MatchResult word) {
        return sql.substring(word.end()).stripLeading().startsWith("(")
                || (word.start() > 0 && sql.charAt(word.start() - 1) == '.');
    }

    private static String name(MatchResult word) {
        if (word.group(2) == null) {
            return word.group(3);
        }
        String mark = word.group(2).substring(0, 1);
        return word.group(2).substring(1, word.group(2).length() - 1).replace(mark + mark, mark);
    }
}

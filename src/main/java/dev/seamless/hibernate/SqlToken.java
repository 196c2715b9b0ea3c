package dev.seamless.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name or a sign in a statement of SQL; names are without quotes and in lower case.
 *
 * @param text the text
 * @param name whether it is a name, not a keyword or a sign
 * @param depth the parentheses around it
 */
record SqlToken(String text, boolean name, int depth) {

    private static final Pattern PATTERN = Pattern.compile(
            "(--[^\\n]*|/\\*.*?\\*/)|('(?:[^']|'')*')|(\"[^\"]+\"|`[^`]+`|\\[[^\\]\\d][^\\]]*\\])|([\\w$]+)|(\\S)",
            Pattern.DOTALL);

    private static final Set<String> KEYWORDS = Set.of(
            ("all and as asc between by case cast conflict cross default delete desc distinct do duplicate else end exists"
                            + " for from full group having ignore in inner insert into is join key left like limit matched"
                            + " merge natural not null offset on only or order outer returning right select set then union"
                            + " update using values when where with")
                    .split(" "));

    /** What may stand in a list of tables besides names. */
    static final Set<String> IN_FROM = Set.of(",", ".", "as", "only");

    boolean is(String other) {
        return text.equals(other);
    }

    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = PATTERN.matcher(sql);
        int depth = 0;
        while (matcher.find()) {
            String text = matcher.group().toLowerCase(Locale.ROOT);
            if (matcher.group(2) != null) {
                tokens.add(new SqlToken("''", false, depth));
            } else if (matcher.group(3) != null) {
                tokens.add(new SqlToken(text.substring(1, text.length() - 1), true, depth));
            } else if (matcher.group(4) != null) {
                tokens.add(new SqlToken(text, !KEYWORDS.contains(text), depth));
            } else if (matcher.group(5) != null) {
                depth -= text.equals(")") ? 1 : 0;
                tokens.add(new SqlToken(text, false, depth));
                depth += text.equals("(") ? 1 : 0;
            }
        }
        return tokens;
    }
}

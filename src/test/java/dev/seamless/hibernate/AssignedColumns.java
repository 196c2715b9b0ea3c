package dev.seamless.hibernate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lists of columns that a statement assigns: one for each column list of an insert and each SET clause. */
final class AssignedColumns {

    private static final Pattern INSERT = Pattern.compile("insert(?: into \\S+(?: as \\w+)?)? ?\\(([^()]*)\\)");
    private static final Pattern SET = Pattern.compile("\\bset (?=[\\w\"`.]+ ?=)");

    private AssignedColumns() {}

    static List<List<String>> of(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        List<List<String>> lists = new ArrayList<>();
        Matcher insert = INSERT.matcher(text);
        while (insert.find()) {
            lists.add(names(Arrays.asList(insert.group(1).split(","))));
        }
        Matcher set = SET.matcher(text);
        while (set.find()) {
            lists.add(names(assignments(text, set.end())));
        }
        return lists;
    }

    /** Splits a SET clause at its commas, up to the word or the parenthesis that ends it. */
    private static List<String> assignments(String text, int start) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = start;
        int i = start;
        for (; i < text.length() && depth >= 0; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && (c == ',' || endsSet(text, i))) {
                parts.add(text.substring(from, i));
                from = i + 1;
                if (c != ',') {
                    return parts;
                }
            }
        }
        parts.add(text.substring(from, depth < 0 ? i - 1 : i));
        return parts;
    }

    private static boolean endsSet(String text, int i) {
        return text.startsWith(" where ", i)
                || text.startsWith(" returning ", i)
                || text.startsWith(" when matched", i);
    }

    private static List<String> names(List<String> parts) {
        return parts.stream()
                .map(part -> part.split("=")[0].trim())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
    }
}

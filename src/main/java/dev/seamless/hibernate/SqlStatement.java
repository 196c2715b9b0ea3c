package dev.seamless.hibernate;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A statement of SQL, read as far as to know what it assigns to a table and which of its columns it reads.
 *
 * <p>Careful rather than clever: what could belong to another table, or be a label, is not counted. Hibernate's own SQL, which
 * comes along here too, is never found guilty.
 */
final class SqlStatement {

    private final List<SqlToken> tokens;

    SqlStatement(String sql) {
        this.tokens = SqlToken.of(sql);
    }

    Set<ForeignSql.Kind> kindsOf(RenamedColumn renamed) {
        Pair pair = renamed.pair();
        SchemaPhase phase = renamed.rename().schema();
        String read = lower(phase.readsOld() ? pair.oldColumn() : pair.newColumn());
        String other = lower(phase.readsOld() ? pair.newColumn() : pair.oldColumn());
        Set<ForeignSql.Kind> kinds = EnumSet.noneOf(ForeignSql.Kind.class);
        Set<Integer> assigned = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isTable(i, pair) && i > 0 && writes(i)) {
                Set<Integer> list = assignedFrom(i + 1);
                assigned.addAll(list);
                boolean assignsOther = assigns(list, other);
                boolean assignsRead = assigns(list, read);
                if (assignsOther != assignsRead && (assignsOther || phase.writesBoth())) {
                    kinds.add(ForeignSql.Kind.WRITES_ONE);
                }
            }
        }
        if (reads(other, pair, assigned)) {
            kinds.add(ForeignSql.Kind.READS_OTHER);
        }
        return kinds;
    }

    private boolean isTable(int i, Pair pair) {
        boolean qualified = i > 1 && tokens.get(i - 1).is(".");
        return tokens.get(i).name()
                && tokens.get(i).is(lower(pair.table()))
                && !(i + 1 < tokens.size() && tokens.get(i + 1).is("."))
                && (!qualified || pair.schema() == null || tokens.get(i - 2).is(lower(pair.schema())));
    }

    /** Whether the table is the target of a write: directly behind {@code update} or {@code into}, but for its schema. */
    private boolean writes(int table) {
        int before = beforeTable(table);
        return before >= 0
                && (tokens.get(before).is("update") || tokens.get(before).is("into"));
    }

    private int beforeTable(int table) {
        int before = table - 1;
        while (before > 0
                && (tokens.get(before).is(".")
                        || tokens.get(before + 1).is(".")
                        || tokens.get(before).is("only"))) {
            before--;
        }
        return before;
    }

    /** The positions of the columns in the column lists and SET clauses that belong to the write that begins here. */
    private Set<Integer> assignedFrom(int start) {
        Set<Integer> positions = new HashSet<>();
        int depth = tokens.get(start - 1).depth();
        boolean set = false;
        for (int i = start; i < tokens.size() && tokens.get(i).depth() >= depth; i++) {
            SqlToken token = tokens.get(i);
            if (token.depth() > depth) {
                continue;
            }
            if (token.is("set") || endsSet(i)) {
                set = token.is("set");
            } else if (set && i + 1 < tokens.size() && tokens.get(i + 1).is("=")) {
                positions.add(i);
            } else if (token.is("(") && (i <= start + 2 || tokens.get(i - 1).is("insert"))) {
                addNames(i + 1, depth + 1, positions);
            }
        }
        return positions;
    }

    /** Not the {@code when} of a {@code case}, which may be assigned. */
    private boolean endsSet(int i) {
        SqlToken token = tokens.get(i);
        boolean merges = token.is("when")
                && tokens.subList(i, Math.min(i + 3, tokens.size())).stream().anyMatch(next -> next.is("matched"));
        return token.is("where") || token.is("from") || merges;
    }

    private void addNames(int start, int depth, Set<Integer> positions) {
        for (int i = start; i < tokens.size() && tokens.get(i).depth() >= depth; i++) {
            if (tokens.get(i).is("select")) {
                return;
            }
            positions.add(i);
        }
    }

    private boolean assigns(Set<Integer> positions, String column) {
        return positions.stream().map(tokens::get).anyMatch(token -> token.name() && token.is(column));
    }

    private boolean reads(String column, Pair pair, Set<Integer> assigned) {
        Set<String> aliases = aliases(pair);
        boolean oneTable = aliases.size() > 0 && isOnlyTable(pair);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).name() && tokens.get(i).is(column) && !assigned.contains(i)) {
                boolean qualified = i > 1 && tokens.get(i - 1).is(".");
                if (qualified ? aliases.contains(tokens.get(i - 2).text()) : oneTable && !isLabel(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<String> aliases(Pair pair) {
        Set<String> aliases = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isTable(i, pair) && i > 0 && isReference(beforeTable(i))) {
                aliases.add(tokens.get(i).text());
                int next = i + 1 < tokens.size() && tokens.get(i + 1).is("as") ? i + 2 : i + 1;
                if (next < tokens.size() && tokens.get(next).name()) {
                    aliases.add(tokens.get(next).text());
                }
            }
        }
        return aliases;
    }

    private boolean isReference(int before) {
        return before >= 0
                && Set.of("from", "join", "update", "into", ",", "using")
                        .contains(tokens.get(before).text());
    }

    /** Whether unqualified names can only belong to the table. */
    private boolean isOnlyTable(Pair pair) {
        long selects = tokens.stream().filter(token -> token.is("select")).count();
        boolean others = tokens.stream()
                .anyMatch(token -> token.is("join") || token.is("with") || token.is("merge") || token.is("using"));
        if (selects > 1 || others) {
            return false;
        }
        boolean from = false;
        for (int i = 1; i < tokens.size(); i++) {
            SqlToken before = tokens.get(i - 1);
            from = (from || before.is("from"))
                    && (tokens.get(i).name()
                            || SqlToken.IN_FROM.contains(tokens.get(i).text()));
            boolean reference =
                    before.is("from") || before.is("into") || before.is("update") || (from && before.is(","));
            if (reference && tokens.get(i).name() && !isTable(i, pair) && !isSchema(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSchema(int i) {
        return i + 1 < tokens.size() && tokens.get(i + 1).is(".");
    }

    /** Whether a name only labels what stands before it: {@code upper(bio) description}, {@code bio as description}. */
    private boolean isLabel(int i) {
        SqlToken before = tokens.get(i - 1);
        return before.is("as")
                || before.is(")")
                || before.is("''")
                || before.is("?")
                || before.name()
                || before.is("end");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

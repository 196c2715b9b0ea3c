package dev.seamless.protocol;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in a migration file by which whoever runs the file knows what it belongs to.
 *
 * <pre>{@code
 * -- seamless: begin align users (bio -> description)
 * -- seamless: part align users (bio -> description)
 * -- seamless: lift align users (bio -> description)
 * -- seamless: expand users (bio -> description)
 * }</pre>
 *
 * @param kind what the file is to the migration
 * @param migration the migration
 * @param pair the pair, its names as the mapping gives them
 */
public record Marker(Kind kind, Migration migration, Pair pair) {

    /** What a file is to its migration. */
    public enum Kind {
        /** Its first file. */
        BEGIN,
        /** One between the first and the last; may be left out in files that are written by hand. */
        PART,
        /** Its last file. */
        LIFT,
        /** The only one; written as nothing. */
        WHOLE,
        /** Besides: one that takes as long as the table is big, so that a starting application must not wait for it. */
        LONG
    }

    private static final String START = "-- seamless:";
    private static final String NAME = "[^.()\\s](?:[^.()\\v]*[^.()\\s])?";
    private static final Pattern FORM = Pattern.compile(START + " (?:(begin|part|lift|long) )?(\\w+) (?:(" + NAME
            + ")\\.)?(" + NAME + ") \\((" + NAME + ") -> (" + NAME + ")\\)");

    /**
     * Creates a marker.
     *
     * @throws RefusedException if a name of the pair has a character that a marker cannot carry
     */
    public Marker {
        Matcher read = FORM.matcher(line(kind, migration, pair));
        if (!read.matches() || !pair(read).equals(pair)) {
            throw new RefusedException(
                    "The names of " + pair + " cannot be written in a migration file.",
                    "Dots, parentheses and arrows in the names of tables and columns are not supported: write the"
                            + " migrations of this one by hand.");
        }
    }

    /**
     * Reads one line of a file; empty if it is no marker.
     *
     * @throws RefusedException if it is meant to be one, and is mistyped
     */
    public static Optional<Marker> parse(String line) {
        String text = line.strip();
        if (!text.startsWith(START)) {
            return Optional.empty();
        }
        Matcher read = FORM.matcher(text);
        Optional<Migration> migration = read.matches() ? Migration.named(read.group(2)) : Optional.empty();
        if (migration.isEmpty()) {
            throw new RefusedException(
                    "The line '" + text + "' of a migration file is not understood.",
                    "Write '" + START
                            + " begin <migration> <table> (<old> -> <new>)', with 'lift' in place of 'begin' in"
                            + " the last file of the migration, and with neither where it has one file only.");
        }
        return Optional.of(new Marker(kind(read.group(1)), migration.get(), pair(read)));
    }

    /** The markers of a file, in their order. */
    public static List<Marker> in(String sql) {
        return sql.lines().map(Marker::parse).flatMap(Optional::stream).toList();
    }

    private static Kind kind(String written) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElse(Kind.WHOLE);
    }

    private static Pair pair(Matcher read) {
        return new Pair(read.group(3), read.group(4), read.group(5), read.group(6));
    }

    private static String line(Kind kind, Migration migration, Pair pair) {
        String written = kind == Kind.WHOLE ? "" : kind.name().toLowerCase(Locale.ROOT) + " ";
        return START + " " + written + migration + " " + pair;
    }

    /** Whether the migration begins before what the file does. */
    public boolean begins() {
        return kind == Kind.BEGIN || kind == Kind.WHOLE;
    }

    /** Whether it lifts after what the file did. */
    public boolean lifts() {
        return kind == Kind.LIFT || kind == Kind.WHOLE;
    }

    /** The line. */
    @Override
    public String toString() {
        return line(kind, migration, pair);
    }
}

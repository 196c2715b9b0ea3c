package dev.seamless.protocol;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in a migration file by which whoever runs the file knows what it belongs to: the first file of a migration
 * begins it, the last one lifts, and a single file does both.
 *
 * <pre>{@code
 * -- seamless: begin align users (bio -> description)
 * -- seamless: lift align users (bio -> description)
 * -- seamless: expand users (bio -> description)
 * }</pre>
 *
 * @param begins whether the migration begins before what the file does
 * @param lifts whether it lifts after what the file did
 * @param migration the migration
 * @param pair the pair, its names as the mapping gives them
 */
public record Marker(boolean begins, boolean lifts, Migration migration, Pair pair) {

    private static final String START = "-- seamless:";
    private static final String NAME = "[^.()\\s](?:[^.()\\v]*[^.()\\s])?";
    private static final Pattern FORM = Pattern.compile(START + " (?:(begin|lift) )?(\\w+) (?:(" + NAME + ")\\.)?("
            + NAME + ") \\((" + NAME + ") -> (" + NAME + ")\\)");

    /**
     * Creates a marker.
     *
     * @throws RefusedException if a name of the pair has a character that a marker cannot carry
     */
    public Marker {
        if (!begins && !lifts) {
            throw new IllegalArgumentException("a marker begins, lifts, or both");
        }
        Matcher read = FORM.matcher(line(begins, lifts, migration, pair));
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
        String kind = read.group(1);
        return Optional.of(new Marker(!"lift".equals(kind), !"begin".equals(kind), migration.get(), pair(read)));
    }

    /** The markers of a file, in their order. */
    public static List<Marker> in(String sql) {
        return sql.lines().map(Marker::parse).flatMap(Optional::stream).toList();
    }

    private static Pair pair(Matcher read) {
        return new Pair(read.group(3), read.group(4), read.group(5), read.group(6));
    }

    private static String line(boolean begins, boolean lifts, Migration migration, Pair pair) {
        return START + (begins && lifts ? " " : begins ? " begin " : " lift ") + migration + " " + pair;
    }

    /** The line. */
    @Override
    public String toString() {
        return line(begins, lifts, migration, pair);
    }
}

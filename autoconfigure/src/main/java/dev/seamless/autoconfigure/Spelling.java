package dev.seamless.autoconfigure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Compares names as Boot's relaxed binding does, by their letters and digits alone, and finds the nearest one. */
final class Spelling {

    private Spelling() {}

    /** The letters and digits of a name, in lower case. */
    static String uniform(CharSequence name) {
        StringBuilder kept = new StringBuilder();
        name.chars().filter(Character::isLetterOrDigit).forEach(c -> kept.append((char) c));
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(each -> distance(name, each)));
    }

    /** Whether one name is so like another that it was probably meant. */
    static boolean isNear(String name, String other) {
        int allowed =
                Math.max(1, Math.min(uniform(name).length(), uniform(other).length()) / 4);
        return distance(name, other) <= allowed;
    }

    /** The edits that lead from one name to the other: a letter more, a letter less, another letter, or two swapped. */
    static int distance(String name, String other) {
        String a = uniform(name);
        String b = uniform(other);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}

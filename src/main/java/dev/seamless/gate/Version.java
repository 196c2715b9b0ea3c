package dev.seamless.gate;

import java.util.Optional;

/**
 * A version of three parts, semantic ({@code 1.4.0}) or by calendar ({@code 2026.11.2}). A pre-release
 * ({@code 1.5.0-beta.1}) comes before its release; pre-releases of one version are equal to each other. Build metadata
 * ({@code 1.5.0+7}) is ignored.
 *
 * @param packed the three parts, 20 bits each, and a bit that is set for a release: so versions compare as numbers
 */
public record Version(long packed) implements Comparable<Version> {

    private static final int PART_BITS = 20;
    private static final int MAX_PART = (1 << PART_BITS) - 1;

    /**
     * Reads a version: digits without leading zeros, three parts, each at most 1048575.
     *
     * @return empty if the text is anything else
     */
    public static Optional<Version> parse(String text) {
        long packed = pack(text, 0);
        return packed < 0 ? Optional.empty() : Optional.of(new Version(packed));
    }

    /**
     * Reads a version that somebody configured.
     *
     * @throws IllegalArgumentException if the text is not a version of three parts
     */
    public static Version of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no version of three parts"));
    }

    /** Packs the version that begins at an index and ends with the text; -1 if there is none. Allocates nothing. */
    static long pack(String text, int from) {
        long packed = 0;
        int at = from;
        for (int part = 0; part < 3; part++) {
            int begin = at;
            int value = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && value <= MAX_PART) {
                value = value * 10 + (text.charAt(at) - '0');
                at++;
            }
            boolean leadingZero = at - begin > 1 && text.charAt(begin) == '0';
            if (at == begin || leadingZero || value > MAX_PART) {
                return -1;
            }
            packed = (packed << PART_BITS) | value;
            if (part < 2) {
                if (at == text.length() || text.charAt(at) != '.') {
                    return -1;
                }
                at++;
            }
        }
        boolean preRelease = at < text.length() && text.charAt(at) == '-';
        return isSuffix(text, at) ? (packed << 1) | (preRelease ? 0 : 1) : -1;
    }

    /** Whether the rest of the text is nothing, a pre-release or build metadata, in the characters of SemVer 2.0.0. */
    private static boolean isSuffix(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        char first = text.charAt(at);
        if ((first != '-' && first != '+') || at + 1 == text.length()) {
            return false;
        }
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed =
                    isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '+';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The first part. */
    public int major() {
        return part(2);
    }

    /** The second part. */
    public int minor() {
        return part(1);
    }

    private int part(int fromRight) {
        return (int) (packed >> (1 + fromRight * PART_BITS)) & MAX_PART;
    }

    @Override
    public int compareTo(Version other) {
        return Long.compare(packed, other.packed);
    }

    /** Whether it comes before another. */
    public boolean isBefore(Version other) {
        return packed < other.packed;
    }

    @Override
    public String toString() {
        return part(2) + "." + part(1) + "." + part(0) + ((packed & 1) == 0 ? "-pre" : "");
    }
}

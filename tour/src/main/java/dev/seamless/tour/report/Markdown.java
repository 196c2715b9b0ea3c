package dev.seamless.tour.report;

import java.util.Locale;

/** Tables as pages have them. */
final class Markdown {

    private Markdown() {}

    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}

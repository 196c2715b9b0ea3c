package dev.seamless.tour.report;

import java.util.Locale;

/** What stands in tables, in the same words whatever language the machine speaks. */
final class Cells {

    private Cells() {}

    /** A row of a page in Markdown. */
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

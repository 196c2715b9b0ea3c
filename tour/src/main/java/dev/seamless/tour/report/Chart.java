package dev.seamless.tour.report;

import dev.seamless.tour.timeline.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart over the time of a tour, as inline SVG: lines above bands that say what went on. */
final class Chart {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 240;
    private static final int LEFT = 48;
    private static final int TOP = 20;
    private static final int BOTTOM = 24;

    private final double first;
    private final double seconds;
    private final Scale scale;
    private final StringBuilder svg = new StringBuilder();

    /**
     * An empty chart.
     *
     * @param first the second at which it begins
     * @param last the second at which it ends
     */
    Chart(String title, double first, double last, Scale scale) {
        this.first = first;
        this.seconds = Math.max(1, last - first);
        this.scale = scale;
        add("<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>", WIDTH, HEIGHT + BOTTOM, title);
    }

    /** What went on, as one area however much of it overlaps. */
    Chart bands(List<Span> spans, String style) {
        add("<g class='%s'>", style);
        for (Span span : spans) {
            double from = x(span.from() / 1e9);
            double to = Math.max(from + 1, x(span.to() / 1e9));
            add(
                    "<rect x='%.1f' y='%d' width='%.1f' height='%d'><title>%s, %.1f s</title></rect>",
                    from, TOP, to - from, HEIGHT - TOP, Html.escaped(span.label()), span.seconds());
        }
        add("</g>");
        return this;
    }

    /** Where each move begins, and its number. */
    Chart numbers(List<Span> moves) {
        int number = 0;
        for (Span move : moves) {
            number++;
            double begin = x(move.from() / 1e9);
            add("<line class='move' x1='%.1f' x2='%.1f' y1='4' y2='%d'/>", begin, begin, HEIGHT);
            add(
                    "<text class='number' x='%.1f' y='13'>%d<title>%s</title></text>",
                    x((move.from() + move.to()) / 2e9), number, Html.escaped(move.label()));
        }
        return this;
    }

    Chart axes() {
        for (double value : scale.marks()) {
            add("<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>", LEFT, WIDTH, y(value), y(value));
            add(
                    "<text class='axis' x='%d' y='%.1f' text-anchor='end'>%s</text>",
                    LEFT - 6, y(value) + 4, number(value));
        }
        double step = seconds > 240 ? 60 : seconds > 100 ? 30 : 10;
        for (double second = 0; second < seconds; second += step) {
            add(
                    "<text class='axis' x='%.1f' y='%d' text-anchor='middle'>%.0f s</text>",
                    x(first + second), HEIGHT + 18, second);
        }
        return this;
    }

    Chart line(List<Double> values, String style) {
        List<String> points = new ArrayList<>();
        for (int i = (int) first; i < values.size(); i++) {
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(i + 0.5), y(values.get(i))));
        }
        add("<polyline class='%s' points='%s'/>", style, String.join(" ", points));
        return this;
    }

    Chart bars(List<Double> values, String style) {
        for (int i = (int) first; i < values.size(); i++) {
            if (values.get(i) > 0) {
                double top = y(values.get(i));
                add(
                        "<rect class='%s' x='%.1f' y='%.1f' width='%.1f' height='%.1f'/>",
                        style, x(i), top, x(i + 1) - x(i), HEIGHT - top);
            }
        }
        return this;
    }

    String svg() {
        return svg + "</svg>";
    }

    private double x(double second) {
        return Math.max(LEFT, LEFT + (WIDTH - LEFT) * (second - first) / seconds);
    }

    private double y(double value) {
        return HEIGHT - (HEIGHT - TOP) * scale.height(value);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

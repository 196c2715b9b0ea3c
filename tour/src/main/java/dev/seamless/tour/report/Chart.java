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
    private static final int BOTTOM = 24;
    private static final int STEPS = 4;

    private final double seconds;
    private final double most;
    private final StringBuilder svg = new StringBuilder();

    /**
     * An empty chart.
     *
     * @param most the largest value that it shows
     */
    Chart(String title, double seconds, double most) {
        this.seconds = Math.max(1, seconds);
        this.most = nice(Math.max(1, most));
        add("<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>", WIDTH, HEIGHT + BOTTOM, title);
    }

    /** A whole number of steps that people like to read. */
    private static double nice(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most / STEPS)));
        for (double factor : List.of(1.0, 2.0, 2.5, 5.0, 10.0)) {
            if (factor * power * STEPS >= most) {
                return factor * power * STEPS;
            }
        }
        return most;
    }

    Chart bands(List<Span> spans, String style) {
        for (Span span : spans) {
            double from = x(span.from() / 1e9);
            double to = Math.max(from + 1, x(span.to() / 1e9));
            add(
                    "<rect class='%s' x='%.1f' y='0' width='%.1f' height='%d'><title>%s, %.1f s</title></rect>",
                    style, from, to - from, HEIGHT, Html.escaped(span.label()), span.seconds());
        }
        return this;
    }

    Chart numbers(List<Span> moves) {
        int number = 0;
        for (Span move : moves) {
            number++;
            double middle = x((move.from() + move.to()) / 2e9);
            add("<text class='number' x='%.1f' y='12'>%d</text>", middle, number);
        }
        return this;
    }

    Chart axes(String unit) {
        for (int i = 0; i <= STEPS; i++) {
            double value = most * i / STEPS;
            add("<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>", LEFT, WIDTH, y(value), y(value));
            add(
                    "<text class='axis' x='%d' y='%.1f' text-anchor='end'>%s</text>",
                    LEFT - 6, y(value) + 4, number(value));
        }
        add("<text class='axis' x='4' y='12'>%s</text>", unit);
        double step = seconds > 240 ? 60 : seconds > 100 ? 30 : 10;
        for (double second = 0; second < seconds; second += step) {
            add(
                    "<text class='axis' x='%.1f' y='%d' text-anchor='middle'>%.0f s</text>",
                    x(second), HEIGHT + 18, second);
        }
        return this;
    }

    Chart line(List<Double> values, String style) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(i + 0.5), y(Math.min(most, values.get(i)))));
        }
        add("<polyline class='%s' points='%s'/>", style, String.join(" ", points));
        return this;
    }

    Chart bars(List<Double> values, String style) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) > 0) {
                double top = y(Math.min(most, values.get(i)));
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
        return LEFT + (WIDTH - LEFT) * second / seconds;
    }

    private double y(double value) {
        return HEIGHT - (HEIGHT - 20) * value / most;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

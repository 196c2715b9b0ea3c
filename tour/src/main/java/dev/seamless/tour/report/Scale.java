package dev.seamless.tour.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** How high a value stands in a chart, from 0 to 1. */
interface Scale {

    /** The values that are marked. */
    List<Double> marks();

    /** The height of a value. */
    double height(double value);

    /** Twice the value, twice the height. */
    static Scale linear(double most) {
        int steps = 4;
        double step = nice(Math.max(1, most) / steps);
        List<Double> marks = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            marks.add(step * i);
        }
        return of(marks, value -> value / (step * steps));
    }

    /** Ten times the value, one step more: what usually is and what hardly ever is, in one picture. */
    static Scale powersOfTen(double most) {
        List<Double> marks = new ArrayList<>(List.of(1.0));
        while (marks.get(marks.size() - 1) < most || marks.size() < 3) {
            marks.add(marks.get(marks.size() - 1) * 10);
        }
        return of(marks, value -> Math.log10(Math.max(1, value)) / (marks.size() - 1));
    }

    /** A step that people like to read. */
    private static double nice(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        return List.of(1.0, 2.0, 2.5, 5.0, 10.0).stream()
                .map(factor -> factor * power)
                .filter(each -> each >= step)
                .findFirst()
                .orElse(step);
    }

    private static Scale of(List<Double> marks, DoubleUnaryOperator height) {
        return new Scale() {
            @Override
            public List<Double> marks() {
                return marks;
            }

            @Override
            public double height(double value) {
                return Math.min(1, height.applyAsDouble(value));
            }
        };
    }
}

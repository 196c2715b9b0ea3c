package dev.seamless.json;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What the variants of {@link JsonBenchmark} take against each other, in one JVM: a slice of the one and a slice of the other
 * follow each other at once, again and again, and the median of their ratios is what counts. Time is that of the processor
 * in this thread, so that other guests of the machine and the garbage collector do not count. All variants run before the
 * first is measured, so that Jackson's call sites have seen as many types as in an application.
 */
public final class JsonRatios {

    /** What a line of the output begins with. */
    static final String LINE = "ratio ";

    private static final int OPERATIONS = 1_500;
    private static final int WARM_UP = 60;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Object last = "";

    private JsonRatios() {}

    /** One variant against another. */
    record Pair(String name, String baseline, Supplier<?> contender, Supplier<?> base) {}

    /** Prints a line for each pair: its names, and the median of its ratios. */
    public static void main(String... args) {
        new JsonRatios().measure(Integer.parseInt(args[0]), Long.parseLong(args[1]));
    }

    static List<Pair> pairs(JsonBenchmark json) {
        return List.of(
                new Pair("writeBoth", "writeBothByHand", json::writeBoth, json::writeBothByHand),
                new Pair("writeOldToKnown", "writePlain", json::writeOldToKnown, json::writePlain),
                new Pair("writeNewToKnown", "writePlain", json::writeNewToKnown, json::writePlain),
                new Pair("writeBeforeTheRename", "writePlain", json::writeBeforeTheRename, json::writePlain),
                new Pair("writeAfterTheRename", "writePlain", json::writeAfterTheRename, json::writePlain),
                new Pair("writeTwin", "writePlain", json::writeTwin, json::writePlain),
                new Pair("writePlain", "writePlain", json::writePlain, json::writePlain),
                new Pair("writeBothByHand", "writeBothByHand", json::writeBothByHand, json::writeBothByHand),
                new Pair("readNew", "readPlain", json::readNew, json::readPlain),
                new Pair("readOld", "readBefore", json::readOld, json::readBefore),
                new Pair("readTwin", "readPlain", json::readTwin, json::readPlain),
                new Pair("readPlain", "readPlain", json::readPlain, json::readPlain),
                new Pair("readNewRecord", "readPlainRecord", json::readNewRecord, json::readPlainRecord),
                new Pair("readOldRecord", "readRecordBefore", json::readOldRecord, json::readRecordBefore),
                new Pair("readTwinRecord", "readPlainRecord", json::readTwinRecord, json::readPlainRecord),
                new Pair("readPlainRecord", "readPlainRecord", json::readPlainRecord, json::readPlainRecord));
    }

    private void measure(int rounds, long seed) {
        List<Pair> pairs = pairs(new JsonBenchmark());
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            order.add(i);
        }
        double[][] ratios = new double[pairs.size()][rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                double ratio = ratio(pairs.get(i), random.nextBoolean());
                ratios[i][Math.max(round, 0)] = ratio;
            }
        }
        for (int i = 0; i < ratios.length; i++) {
            Arrays.sort(ratios[i]);
            Pair pair = pairs.get(i);
            System.out.println(LINE + pair.name() + " " + pair.baseline() + " " + ratios[i][rounds / 2]);
        }
    }

    /** One, other, other, one: a machine that grows slower or faster meanwhile does so to both. */
    private double ratio(Pair pair, boolean baseFirst) {
        Supplier<?> one = baseFirst ? pair.base() : pair.contender();
        Supplier<?> other = baseFirst ? pair.contender() : pair.base();
        long first = slice(one);
        long second = slice(other) + slice(other);
        first += slice(one);
        return baseFirst ? (double) second / first : (double) first / second;
    }

    private long slice(Supplier<?> variant) {
        long begin = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < OPERATIONS; i++) {
            last = variant.get();
        }
        return threads.getCurrentThreadCpuTime() - begin;
    }

    /** What was made last, so that it has to be made. */
    Object last() {
        return last;
    }
}

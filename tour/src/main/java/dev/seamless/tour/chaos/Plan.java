package dev.seamless.tour.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * When what goes wrong: for each move one disruption, at some point of it. A seed gives the same plan each time.
 *
 * @param point from 0, the begin of the move, to 1, where it usually ends
 * @param victim which of those that could be hit, as a number to be taken modulo how many they are
 */
public record Plan(Disruption disruption, double point, int victim) {

    /** A plan for so many moves. */
    public static List<Plan> of(long seed, int moves) {
        Random random = new Random(seed);
        List<Plan> plans = new ArrayList<>();
        Disruption[] all = Disruption.values();
        int first = random.nextInt(all.length);
        for (int i = 0; i < moves; i++) {
            plans.add(new Plan(all[(first + i) % all.length], random.nextDouble(), random.nextInt(1000)));
        }
        return plans;
    }
}

package dev.seamless.tour.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * When what goes wrong: for each move one disruption, so long after the move has begun. A seed gives the same plan each time.
 *
 * @param atMillis after the begin of the move
 * @param victim which of those that could be hit, as a number to be taken modulo how many they are
 */
public record Plan(Disruption disruption, int atMillis, int victim) {

    /**
     * A plan for so many moves.
     *
     * @param latestMillis before which time of a move its disruption begins
     */
    public static List<Plan> of(long seed, int moves, int latestMillis) {
        Random random = new Random(seed);
        List<Plan> plans = new ArrayList<>();
        Disruption[] all = Disruption.values();
        int first = random.nextInt(all.length);
        for (int i = 0; i < moves; i++) {
            plans.add(new Plan(all[(first + i) % all.length], random.nextInt(latestMillis), random.nextInt(1000)));
        }
        return plans;
    }
}

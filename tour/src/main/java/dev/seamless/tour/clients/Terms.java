package dev.seamless.tour.clients;

/**
 * What a client may meet, by what is deployed.
 *
 * @param floorMayBeRaised some instance may tell the old app to upgrade
 * @param floorIsRaised every instance has to
 * @param oldNameMayBeGone some instance may serve the new name alone to whoever does not say what it knows
 */
public record Terms(boolean floorMayBeRaised, boolean floorIsRaised, boolean oldNameMayBeGone) {

    static final Terms AT_FIRST = new Terms(false, false, false);

    /** Of a request that began under these and ended under those. */
    Terms until(Terms those) {
        return new Terms(
                floorMayBeRaised || those.floorMayBeRaised,
                floorIsRaised && those.floorIsRaised,
                oldNameMayBeGone || those.oldNameMayBeGone);
    }
}

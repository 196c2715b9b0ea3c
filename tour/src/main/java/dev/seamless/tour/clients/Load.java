package dev.seamless.tour.clients;

/**
 * How much clients ask for.
 *
 * @param ofEachKind how many clients there are of each kind
 * @param rowsOfEach how many rows a client owns at first
 * @param rate requests per second of all clients together
 * @param writes the share of writes
 */
public record Load(int ofEachKind, int rowsOfEach, int rate, double writes) {

    int clients() {
        return ofEachKind * Kind.values().length;
    }

    int ownedRows() {
        return clients() * rowsOfEach;
    }

    /** How long a client waits from one request to the next, in nanoseconds. */
    long pause() {
        return (long) (1e9 * clients() / rate);
    }
}

package dev.seamless.protocol;

import dev.seamless.SchemaPhase;

/** One step on the way of a rename, with its reason as a sentence. */
public sealed interface Move {

    /** Why it is the next one. */
    String why();

    /** A migration is to run, or the one that has begun to be finished. */
    record Migrate(Migration migration, String why) implements Move {
        @Override
        public String toString() {
            return migration.toString();
        }
    }

    /** Every instance is to be deployed in a phase. */
    record Deploy(SchemaPhase phase, String why) implements Move {
        @Override
        public String toString() {
            return "deploy " + phase;
        }
    }

    /** A pass is to run. */
    record Fill(Direction direction, String why) implements Move {
        @Override
        public String toString() {
            return direction == Direction.FORWARD ? "backfill" : "reverse-backfill";
        }
    }

    /** Nothing is left to do in the database. */
    record Rest(String why) implements Move {
        @Override
        public String toString() {
            return "none";
        }
    }
}

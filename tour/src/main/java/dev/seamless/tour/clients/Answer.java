package dev.seamless.tour.clients;

import tools.jackson.databind.JsonNode;

/**
 * What a client gets back.
 *
 * @param status 0 if nothing came back
 * @param reached whether the request may have reached an instance
 */
record Answer(int status, JsonNode body, boolean reached) {

    boolean isOk() {
        return status == 200 || status == 201;
    }

    /** The gate's, to an app that may no longer operate. */
    boolean saysUpgrade() {
        return status == 426;
    }

    /** Whether a write certainly had no effect. */
    boolean hadNoEffect() {
        return !reached || status / 100 == 4;
    }

    String reason() {
        return switch (status) {
            case 0 -> "no answer";
            case 502 -> "instance gone";
            case 503 -> reached ? "HTTP 503" : "no instance";
            case 504 -> "timed out";
            default -> "HTTP " + status;
        };
    }
}

package dev.seamless.tour.fleet;

import java.util.List;

/**
 * What a deploy brings: the phases and the bounds of the gate.
 *
 * @param cutoff the first version of the app of which it is said that it knows the new name
 */
public record Release(String schema, String api, String minimum, String latest, String cutoff) {

    /** Apps from this version on know the new name. */
    public static final String CUTOFF = "1.1.0";

    /** The apps that were there before. */
    public static final String FIRST_APP = "1.0.0";

    /** A release in which the new app is not out yet, or the first one may still operate, or not. */
    public static Release of(String schema, String api, String minimum, String latest) {
        return new Release(schema, api, minimum, latest, CUTOFF);
    }

    /** The same with another word on which apps know the new name. */
    public Release cutoff(String first) {
        return new Release(schema, api, minimum, latest, first);
    }

    /** Whether it has the first apps out. */
    public boolean raisesTheFloor() {
        return !minimum.equals(FIRST_APP);
    }

    /** Whether whoever does not say what it knows is served the new name alone. */
    public boolean servesTheNewNameAlone() {
        return api.equals("serve-new") || api.equals("new");
    }

    /** The column that its instances read. */
    public String readColumn() {
        return schema.equals("old") || schema.equals("dual-write") ? "bio" : "description";
    }

    List<String> arguments() {
        return List.of(
                "--seamless.renames.user-bio.schema=" + schema,
                "--seamless.renames.user-bio.api=" + api,
                "--seamless.renames.user-bio.cutoff.web=" + cutoff,
                "--seamless.gate.platforms.web.minimum=" + minimum,
                "--seamless.gate.platforms.web.latest=" + latest);
    }

    @Override
    public String toString() {
        return schema + " / " + api;
    }
}

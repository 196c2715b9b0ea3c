package dev.seamless.web;

import dev.seamless.json.ClientView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands in for the version gate: {@code x-knows: old|new}, and an unknown client without it. */
public final class Clients {

    public static final String HEADER = "x-knows";
    private static final ClientView OLD = ClientView.knowing(Set.of());
    private static final ClientView NEW = ClientView.knowing(Set.of("user-bio"));

    private Clients() {}

    public static ClientView view(@Nullable String knows) {
        return knows == null ? ClientView.UNKNOWN : knows.equals("old") ? OLD : NEW;
    }
}

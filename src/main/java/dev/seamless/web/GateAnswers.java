package dev.seamless.web;

import dev.seamless.gate.Admission;
import dev.seamless.gate.ApiWindow;
import dev.seamless.gate.Gate;
import dev.seamless.gate.Platform;
import dev.seamless.gate.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the gate adds to an answer, and what it answers itself, for both stacks.
 *
 * <p>An answer to a client that still needs an old name carries {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594)
 * where a date is configured, and {@code Link} (RFC 8288) where one is.
 */
public final class GateAnswers {

    /** The type of the answer to a known client below the floor. */
    public static final String UPGRADE_REQUIRED = "urn:seamless:problem:client-upgrade-required";

    /** The type of the answer to an unknown client where these are rejected. */
    public static final String VERSION_REQUIRED = "urn:seamless:problem:client-version-required";

    /** IMF-fixdate of RFC 9110, section 5.6.7: two digits for the day, and always GMT. */
    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final GateHeaders names;
    private final int status;
    private final @Nullable String link;
    private final boolean varies;
    private final LocalDate started;
    /** The floors and latest versions that there have been: few, as they move with releases. */
    private final Map<Version, String> versions = new ConcurrentHashMap<>();

    private final Map<LocalDate, String> deprecations = new HashMap<>();
    private final Map<LocalDate, String> sunsets = new HashMap<>();

    /**
     * Creates the answers of a gate.
     *
     * @param names the names of the headers
     * @param status the status of the gate's own answers
     * @param link a page that tells about the deprecation, or {@code null}
     * @param started the start of this instance, from which a name counts as deprecated whose rename does not say more
     */
    public GateAnswers(Gate gate, GateHeaders names, int status, @Nullable String link, Instant started) {
        this.names = names;
        this.status = status;
        this.link = link;
        this.varies = gate.variesByClient();
        this.started = LocalDate.ofInstant(started, ZoneOffset.UTC);
        for (ApiWindow window : gate.windows()) {
            LocalDate deprecated = deprecated(window);
            deprecations.put(
                    deprecated, "@" + deprecated.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
            if (window.sunset() != null) {
                sunsets.put(window.sunset(), IMF_FIXDATE.format(window.sunset().atStartOfDay(ZoneOffset.UTC)));
            }
        }
    }

    /** The name of the request header. */
    public String versionHeader() {
        return names.version();
    }

    /** The status of the gate's own answers. */
    public int status() {
        return status;
    }

    /**
     * Adds the headers of one answer.
     *
     * @param crossOrigin whether a browser asks from another origin, to which the headers are then exposed
     */
    public void addHeaders(Admission admission, boolean crossOrigin, BiConsumer<String, String> headers) {
        if (varies) {
            headers.accept("Vary", names.version());
        }
        Platform bounds = admission.bounds();
        if (bounds != null) {
            headers.accept(names.latest(), text(bounds.latest()));
            headers.accept(names.minimum(), text(bounds.minimum()));
        }
        if (!admission.outdated().isEmpty()) {
            addDeprecation(admission.outdated(), headers);
        }
        if (crossOrigin) {
            headers.accept(
                    "Access-Control-Expose-Headers",
                    names.latest() + ", " + names.minimum() + ", Deprecation, Sunset, Link");
        }
    }

    private void addDeprecation(List<ApiWindow> outdated, BiConsumer<String, String> headers) {
        headers.accept("Deprecation", value(deprecations, earliest(outdated, this::deprecated)));
        LocalDate sunset = earliest(outdated, ApiWindow::sunset);
        if (sunset != null) {
            headers.accept("Sunset", value(sunsets, sunset));
        }
        if (link != null) {
            headers.accept(
                    "Link",
                    "<" + link + ">; rel=\"deprecation\"" + (sunset == null ? "" : ", <" + link + ">; rel=\"sunset\""));
        }
    }

    private LocalDate deprecated(ApiWindow window) {
        return window.deprecated() == null ? started : window.deprecated();
    }

    private static @Nullable LocalDate earliest(
            List<ApiWindow> windows, Function<ApiWindow, @Nullable LocalDate> date) {
        LocalDate earliest = null;
        for (ApiWindow window : windows) {
            LocalDate each = date.apply(window);
            if (each != null && (earliest == null || each.isBefore(earliest))) {
                earliest = each;
            }
        }
        return earliest;
    }

    private String text(Version version) {
        return versions.computeIfAbsent(version, Version::toString);
    }

    private static String value(Map<LocalDate, String> values, @Nullable LocalDate date) {
        return Objects.requireNonNull(values.get(date));
    }

    /** The body of the gate's own answer: a problem detail (RFC 9457). Nothing of the request is in it. */
    public byte[] problem(Admission refused) {
        Platform bounds = refused.bounds();
        String body = bounds == null
                ? "{\"type\":\"" + VERSION_REQUIRED + "\",\"title\":\"Version required\",\"status\":" + status
                        + ",\"detail\":\"Say what you are in the header " + names.version() + ".\"}"
                : "{\"type\":\"" + UPGRADE_REQUIRED + "\",\"title\":\"Upgrade required\",\"status\":" + status
                        + ",\"detail\":\"This version may no longer operate.\",\"minimumVersion\":\"" + bounds.minimum()
                        + "\",\"latestVersion\":\"" + bounds.latest() + "\"}";
        return body.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.seamless.gate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says it is: {@code ios/1.4.0}.
 *
 * @param platform a configured platform
 * @param version its version
 */
public record ClientVersion(String platform, Version version) {

    /** A longer header is no version. */
    private static final int MAX_LENGTH = 64;

    /**
     * Reads the value of a version header. Never throws: whatever is not {@code platform/version} of a configured platform
     * is an unknown client.
     *
     * @param header the value, or {@code null} if there is none, or more than one
     * @param platforms the configured platforms by name
     * @return {@code null} for an unknown client
     */
    public static @Nullable ClientVersion parse(@Nullable String header, Map<String, ?> platforms) {
        if (header == null || header.length() > MAX_LENGTH) {
            return null;
        }
        int slash = header.indexOf('/');
        if (slash <= 0) {
            return null;
        }
        long packed = Version.pack(header, slash + 1);
        if (packed < 0) {
            return null;
        }
        String platform = header.substring(0, slash);
        return platforms.containsKey(platform) ? new ClientVersion(platform, new Version(packed)) : null;
    }

    @Override
    public String toString() {
        return platform + "/" + version;
    }
}

package dev.seamless.web;

/**
 * The names of the gate's headers.
 *
 * @param version the request header that says what the client is: {@code x-version}
 * @param latest the response header with the newest version of the client's platform: {@code x-latest-version}
 * @param minimum the response header with the oldest version that may operate: {@code x-min-version}
 */
public record GateHeaders(String version, String latest, String minimum) {}

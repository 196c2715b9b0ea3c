package dev.seamless.tour.history;

/**
 * A value that a reader was given for a row.
 *
 * @param reader who
 * @param begun when it was asked for
 * @param ended when it had arrived
 */
public record Read(long row, String value, String reader, long begun, long ended) {}

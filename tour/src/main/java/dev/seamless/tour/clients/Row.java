package dev.seamless.tour.clients;

/**
 * A row that clients write.
 *
 * @param shared whether others than its owner write it as well
 */
record Row(long id, String handle, boolean shared) {}

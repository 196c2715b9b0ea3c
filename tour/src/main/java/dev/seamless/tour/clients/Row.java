package dev.seamless.tour.clients;

/** A row that a client owns: nobody else writes it. */
record Row(long id, String handle) {}

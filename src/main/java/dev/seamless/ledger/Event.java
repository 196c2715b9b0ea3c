package dev.seamless.ledger;

import java.time.Instant;

/**
 * One line of a pair's history.
 *
 * @param at when, by the database's clock
 * @param pair the key of the pair
 * @param instance what the instance that did it calls itself
 * @param what what happened: {@code entered}, {@code refused}, {@code left}, {@code gone}, {@code began align}, ...
 * @param detail phases, facts or rules, as text
 */
public record Event(Instant at, String pair, String instance, String what, String detail) {}

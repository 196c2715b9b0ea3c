package dev.seamless.hibernate;

import dev.seamless.Pair;
import dev.seamless.Rename;

/**
 * A renamed attribute as one session factory maps it.
 *
 * @param rename the rename, with the phases of this instance
 * @param entity the name of the entity
 * @param attribute the path of the attribute within the entity, which is its new name
 * @param pair the table and the two columns
 */
public record RenamedColumn(Rename rename, String entity, String attribute, Pair pair) {}

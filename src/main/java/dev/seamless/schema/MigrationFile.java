package dev.seamless.schema;

import dev.seamless.protocol.Migration;

/**
 * One file of a migration: one locking statement with its settings, an explanation for who reviews it, and at either end of the
 * migration its marker.
 *
 * @param migration the migration
 * @param part what to call the file beside the migration, such as {@code 2_default}; empty if it is the only one
 * @param sql its text
 * @param transactional whether it may run in a transaction
 */
public record MigrationFile(Migration migration, String part, String sql, boolean transactional) {}

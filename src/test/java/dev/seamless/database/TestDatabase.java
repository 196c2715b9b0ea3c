package dev.seamless.database;

import java.util.UUID;

/**
 * The databases that tests run on, without Docker.
 *
 * <p>{@code -Dseamless-test.jdbc-url} with {@code -Dseamless-test.jdbc-user} and {@code -Dseamless-test.jdbc-password} puts a
 * given PostgreSQL in the place of the embedded one.
 */
public enum TestDatabase {

    /** H2 in memory. */
    H2 {
        @Override
        public FreshDatabase open() {
            return new FreshDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", "shutdown");
        }
    },

    /** A real PostgreSQL 15, one server for each JVM and one schema for each use. */
    POSTGRESQL {
        @Override
        public FreshDatabase open() {
            return PostgresServer.get().schema();
        }
    };

    /** Opens an empty database, which is gone when it is closed. */
    public abstract FreshDatabase open();
}

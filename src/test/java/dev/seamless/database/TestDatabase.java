package dev.seamless.database;

import java.util.UUID;
import java.util.stream.Stream;

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
    },

    /** A real PostgreSQL 18, in full size only. */
    POSTGRESQL_18 {
        @Override
        public FreshDatabase open() {
            return PostgresServer.get18().schema();
        }
    },

    /** A real MariaDB: one server for each JVM and one database for each use. Its binaries at hand are those for Linux. */
    MARIADB {
        @Override
        public FreshDatabase open() {
            return MariaDbServer.get().database();
        }
    };

    /** The databases of the size that was asked for: {@code seamless-test.size} is {@code everyday} or {@code proof}. */
    public static Stream<TestDatabase> all() {
        return isProof() ? Stream.of(values()) : Stream.of(H2, POSTGRESQL);
    }

    /** One of each kind also in everyday size, where MariaDB can be started: for what each kind does in a way of its own. */
    public static Stream<TestDatabase> kinds() {
        return isProof() || !System.getProperty("os.name").equals("Linux") ? all() : Stream.of(H2, POSTGRESQL, MARIADB);
    }

    private static boolean isProof() {
        return "proof".equals(System.getProperty("seamless-test.size"));
    }

    /** Opens an empty database, which is gone when it is closed. */
    public abstract FreshDatabase open();

    /** Returns the condition that two columns differ, where {@code NULL} is a value. */
    public String differ(String one, String other) {
        return this == MARIADB ? "not (" + one + " <=> " + other + ")" : one + " is distinct from " + other;
    }
}

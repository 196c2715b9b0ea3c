package dev.seamless.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** One PostgreSQL for all tests of a JVM: the given one, or an embedded one. */
record PostgresServer(String url, String user, String password) {

    private static class Holder {

        private static final PostgresServer SERVER = start();
    }

    static PostgresServer get() {
        return Holder.SERVER;
    }

    private static PostgresServer start() {
        String given = System.getProperty("seamless-test.jdbc-url");
        if (given != null) {
            return new PostgresServer(
                    given,
                    System.getProperty("seamless-test.jdbc-user", "postgres"),
                    System.getProperty("seamless-test.jdbc-password", ""));
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new PostgresServer(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FreshDatabase schema() {
        String schema = "s_" + UUID.randomUUID().toString().replace("-", "");
        FreshDatabase database = new FreshDatabase(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
                user,
                password,
                "drop schema " + schema + " cascade");
        database.execute("create schema " + schema);
        return database;
    }
}

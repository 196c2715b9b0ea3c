package dev.seamless.database;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL from a Docker image, where an engine has the image at hand: nothing is pulled. */
final class PostgresContainer {

    private static final String IMAGE = "postgres:15";

    private PostgresContainer() {}

    /** Whether it is worth asking: there is an engine, and Testcontainers is on the class path of the module. */
    static boolean mayBeThere() {
        boolean engine = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return engine && classIsThere("org.testcontainers.postgresql.PostgreSQLContainer");
    }

    private static boolean classIsThere(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Starts it; empty where the engine does not answer, or does not have the image. */
    static Optional<PostgresServer> start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        try {
            DockerClientFactory.instance().client().inspectImageCmd(IMAGE).exec();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
        PostgreSQLContainer container =
                new PostgreSQLContainer(IMAGE).withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        return Optional.of(
                new PostgresServer(container.getJdbcUrl(), container.getUsername(), container.getPassword()));
    }
}

package dev.seamless.database;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL from a Docker image, where an engine has the image at hand: nothing is pulled. */
final class PostgresContainer {

    private static final String IMAGE = "postgres:15";

    private PostgresContainer() {}

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

package dev.seamless.tour.fleet;

import dev.seamless.tour.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The sample as it is started: its jar, the options of its JVM, and what is the same for all instances.
 *
 * @param jvm options of the JVM besides {@link #FRUGAL}
 */
public record App(Path jar, List<String> jvm, Database database, Path directory) {

    /** After what silence an instance may be made gone. */
    public static final Duration EXPIRY = Duration.ofSeconds(5);

    /** Several JVMs share few cores: no second compiler, no threads to collect garbage, and no collection for metadata alone. */
    static final List<String> FRUGAL = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms256m",
            "-Xmx256m",
            "-XX:MetaspaceSize=192m",
            "-Xshare:auto");

    /** An application. */
    public App {
        jvm = List.copyOf(jvm);
    }

    /** The command line that starts it in a release. */
    List<String> command(Release release, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(FRUGAL);
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString(), "--spring.profiles.active=postgres"));
        command.addAll(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=",
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--server.tomcat.threads.max=32",
                "--spring.main.banner-mode=off",
                "--spring.lifecycle.timeout-per-shutdown-phase=10s",
                "--management.endpoint.health.probes.enabled=true",
                "--seamless.fleet.heartbeat=1s",
                "--seamless.fleet.expiry=" + EXPIRY.toSeconds() + "s"));
        command.addAll(release.arguments());
        command.addAll(arguments);
        return command;
    }

    /** Where the lines of a process are kept. */
    Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

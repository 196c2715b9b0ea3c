package dev.seamless.autoconfigure.way;

import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application on its way: its commands, and the instance of it that lives. */
final class Journey implements AutoCloseable {

    private final Class<?> application;
    private final FreshDatabase database;
    private final Path scripts;
    private final List<String> renames;
    private SchemaPhase phase = SchemaPhase.OLD;
    private @Nullable ConfigurableApplicationContext living;

    Journey(Class<?> application, FreshDatabase database, Path scripts, List<String> renames) {
        this.application = application;
        this.database = database;
        this.scripts = scripts;
        this.renames = renames;
    }

    /** Runs a command to its end, in the configuration that is deployed. */
    void command(String command, String... more) {
        start(Stream.concat(Stream.of("--spring.flyway.enabled=true", "--seamless.run=" + command), Stream.of(more))
                        .toList())
                .close();
    }

    /** The next migration is written into the application's scripts, and run: twice, for a table with two renames. */
    void migrate(boolean back) {
        for (int i = 0; i < 2; i++) {
            command("plan", "--seamless.run-output=" + scripts, "--seamless.run-way=" + (back ? "back" : "forth"));
            command("migrate");
        }
    }

    /** The instance of the next phase comes up beside that of the phase before, and only then that one goes. */
    ConfigurableApplicationContext deploy(SchemaPhase next) {
        ConfigurableApplicationContext before = living;
        phase = next;
        living = start(List.of("--spring.flyway.enabled=false"));
        if (before != null) {
            before.close();
        }
        return living;
    }

    private ConfigurableApplicationContext start(List<String> more) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.maximum-pool-size=4",
                "--spring.flyway.locations=filesystem:" + scripts,
                "--spring.liquibase.enabled=false",
                "--spring.main.web-application-type=none",
                "--spring.jpa.hibernate.ddl-auto=none",
                "--seamless.scan-packages=" + application.getPackageName(),
                "--seamless.fleet.heartbeat=200ms",
                "--seamless.fleet.expiry=2s"));
        renames.forEach(rename -> all.add("--seamless.renames." + rename + ".schema="
                + phase.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        all.addAll(more);
        return SpringApplication.run(application, all.toArray(String[]::new));
    }

    @Override
    public void close() {
        if (living != null) {
            living.close();
        }
    }
}

package dev.seamless.command;

import java.util.List;

/** {@code migrate}: runs the application's migrations. */
final class MigrateCommand {

    private final Console console;
    private final List<MigrationTool> tools;

    MigrateCommand(Console console, List<MigrationTool> tools) {
        this.console = console;
        this.tools = tools;
    }

    void run() {
        List<MigrationTool> enabled =
                tools.stream().filter(MigrationTool::isEnabled).toList();
        if (enabled.isEmpty()) {
            throw new MisuseException(
                    "This application runs neither Flyway nor Liquibase.",
                    "Add one of them, or enable it for this command, as by --spring.flyway.enabled=true.");
        }
        try {
            enabled.forEach(MigrationTool::migrate);
        } finally {
            enabled.forEach(tool -> tool.ran().forEach(script -> console.line("  " + script)));
        }
        boolean ranAny = enabled.stream().anyMatch(tool -> !tool.ran().isEmpty());
        console.line(ranAny ? "All scripts have run." : "There was nothing to run.");
    }
}

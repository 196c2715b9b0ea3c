package dev.seamless.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Squawk, a linter of unsafe migrations, finds nothing in the files for PostgreSQL but what they explain and tell it to ignore.
 * Runs where {@code squawk} is on the path: {@code npm install -g squawk-cli}.
 */
class SquawkTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(TableCase.class)
    void findsNothing(TableCase table) throws Exception {
        assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "squawk"))
                        .filter(Files::isExecutable))
                .as("squawk on the path")
                .isNotEmpty();
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open()) {
            table.statements(TestDatabase.POSTGRESQL, "bio").forEach(database::execute);
            WholeWay.of(database, TestDatabase.POSTGRESQL, table, directory);
        }

        assertThat(lint(true)).isEmpty();
        assertThat(lint(false)).isEmpty();
    }

    private List<String> lint(boolean transactional) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("squawk", "--reporter", "gcc", "--pg-version", "15.0"));
        if (transactional) {
            command.add("--assume-in-transaction");
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(path -> path.toString().endsWith(".sql"))
                    .filter(path -> Files.exists(Path.of(path + ".conf")) != transactional)
                    .map(Path::toString)
                    .forEach(command::add);
        }
        if (command.stream().noneMatch(word -> word.endsWith(".sql"))) {
            return List.of();
        }
        Process squawk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(squawk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        squawk.waitFor();
        return said.lines().filter(line -> line.contains(".sql:")).toList();
    }
}

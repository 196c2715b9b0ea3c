package dev.seamless.autoconfigure.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.ledger.Event;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.protocol.Migration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application that is prepared ahead of time: the preparation is no instance, and what it prepared is one. */
class AheadOfTimeTest {

    private static final Pair PAIR = new Pair(null, "letter", "txt", "body");

    @TempDir
    private Path directory;

    @Test
    void preparingEntersNothingAndWhatIsPreparedEntersAndWritesBothColumns() throws Exception {
        // H2's own shutdown hook would close the file before the instance has left.
        String url = "jdbc:h2:file:" + directory.resolve("letters") + ";DB_CLOSE_ON_EXIT=FALSE";
        DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
        JdbcTemplate sql = new JdbcTemplate(dataSource);
        sql.execute("create table letter (id bigint primary key, txt varchar(255))");
        Ledger ledger = new Ledger(dataSource);
        ledger.initialize();
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("test"), Duration.ofSeconds(1));
        steps.begin(Migration.EXPAND, PAIR, "V2.sql", false);
        sql.execute("alter table letter add column body varchar(255)");
        steps.lift(Migration.EXPAND, PAIR);
        List<String> settings = List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=sa",
                "--spring.jpa.hibernate.ddl-auto=none",
                "--spring.main.web-application-type=none",
                "--seamless.renames.letter-body.schema=dual-write");

        List<String> prepare = new ArrayList<>(List.of(
                SpringApplicationAotProcessor.class.getName(),
                LetterApplication.class.getName(),
                directory("sources").toString(),
                directory("resources").toString(),
                directory("classes").toString(),
                "com.example",
                "letters"));
        prepare.addAll(settings);
        java(prepare);
        assertThat(events(ledger)).containsExactly("ended expand", "began expand", "recorded");
        compile();
        List<String> run = new ArrayList<>(List.of("-Dspring.aot.enabled=true", LetterApplication.class.getName()));
        run.addAll(settings);
        java(run);

        assertThat(events(ledger)).startsWith("left", "entered");
        assertThat(sql.queryForMap("select txt, body from letter"))
                .containsEntry("TXT", "ahead")
                .containsEntry("BODY", "ahead");
    }

    private static List<String> events(Ledger ledger) {
        return ledger.history(ledger.find(PAIR).orElseThrow(), 10).stream()
                .map(Event::what)
                .toList();
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    private String classPath() {
        return String.join(
                File.pathSeparator,
                directory.resolve("classes").toString(),
                directory.resolve("resources").toString(),
                System.getProperty("java.class.path"));
    }

    private void compile() throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-cp",
                classPath(),
                "-d",
                directory("classes").toString()));
        try (Stream<Path> sources = Files.walk(directory.resolve("sources"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(line::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, line.toArray(String[]::new)))
                .isZero();
    }

    private void java(List<String> arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath()));
        line.addAll(arguments);
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(output)).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}

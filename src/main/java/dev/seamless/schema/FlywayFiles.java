package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.protocol.Marker;
import dev.seamless.protocol.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the files of a migration for Flyway: {@code V7_1__user_bio_align_1_index.sql}, {@code V7_2__user_bio_align_2_seal.sql}.
 * A migration has one version, the one after those that are in the directory and in their style of numbering, and its files
 * count below it. Beside a file that cannot run in a transaction lies its script configuration.
 */
public final class FlywayFiles {

    private static final Pattern VERSIONED = Pattern.compile("V([0-9]+(?:[._][0-9]+)*)__.*\\.(?:sql|java)");

    /** One of several files of a migration: it has its number twice. */
    private static final Pattern PART =
            Pattern.compile("V([0-9]+(?:[._][0-9]+)*)_([0-9]+)__.*_[a-z]+_\\2(?:_.*)?\\.sql");

    /** Only PostgreSQL has statements that cannot run in a transaction. */
    private static final String OUTSIDE_OF_TRANSACTIONS = """
            # Built concurrently, which waits for every older transaction. Flyway's own lock must not be one:
            # set spring.flyway.postgresql.transactional-lock=false (flyway.postgresql.transactional.lock=false), or it waits for itself.
            executeInTransaction=false
            """;

    private final Path directory;

    /** Files in the given directory, which is made if it is not there. */
    public FlywayFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes the script that creates the ledger's tables, which runs before the first expand, and returns its path.
     *
     * @throws IOException if it cannot be written
     */
    public Path writeLedger(String script) throws IOException {
        Files.createDirectories(directory);
        Path path = directory.resolve("V" + next(latest().orElse("0")) + "__seamless_ledger.sql");
        return Files.writeString(path, script, StandardOpenOption.CREATE_NEW);
    }

    /**
     * The file by which the last migration of a pair in the directory begins, if that is the given one: it has not run yet.
     *
     * @throws IOException if a file cannot be read
     */
    public Optional<Path> pending(Migration migration, Pair pair) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        Path last = null;
        Marker marker = null;
        for (Path path : versioned()) {
            for (Marker found :
                    path.toString().endsWith(".sql") ? Marker.in(Files.readString(path)) : List.<Marker>of()) {
                if (found.begins() && found.pair().equals(pair)) {
                    last = path;
                    marker = found;
                }
            }
        }
        return marker != null && marker.migration() == migration ? Optional.ofNullable(last) : Optional.empty();
    }

    /** The versioned files, in the order in which they run. */
    private List<Path> versioned() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(path -> version(path).isPresent())
                    .sorted(Comparator.comparing(path -> numbers(version(path).orElseThrow()), FlywayFiles::compare))
                    .toList();
        }
    }

    private static Optional<String> version(Path path) {
        Matcher name = VERSIONED.matcher(path.getFileName().toString());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /**
     * Writes the files and returns their paths, in order.
     *
     * @param rename the id of the rename
     * @throws IOException if a file cannot be written, or is there already
     */
    public List<Path> write(String rename, List<MigrationFile> files) throws IOException {
        Files.createDirectories(directory);
        String version = next(latest().orElse("0"));
        List<Path> written = new ArrayList<>();
        for (MigrationFile file : files) {
            String part = files.size() == 1 ? "" : "_" + (written.size() + 1);
            Path path = directory.resolve("V" + version + part + "__" + name(rename, file) + ".sql");
            Files.writeString(path, file.sql(), StandardOpenOption.CREATE_NEW);
            written.add(path);
            if (!file.transactional()) {
                Files.writeString(Path.of(path + ".conf"), OUTSIDE_OF_TRANSACTIONS);
            }
        }
        return written;
    }

    private static String name(String rename, MigrationFile file) {
        String part = file.part().isEmpty() ? "" : "_" + file.part();
        return (rename + "_" + file.migration() + part).toLowerCase(Locale.ROOT).replaceAll("\\W", "_");
    }

    private Optional<String> latest() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(path -> path.getFileName().toString())
                    .flatMap(name -> Stream.of(PART, VERSIONED)
                            .map(form -> form.matcher(name))
                            .filter(Matcher::matches)
                            .limit(1))
                    .map(name -> name.group(1))
                    .max(Comparator.comparing(FlywayFiles::numbers, FlywayFiles::compare));
        }
    }

    private static List<Long> numbers(String version) {
        return Stream.of(version.split("[._]")).map(Long::valueOf).toList();
    }

    private static int compare(List<Long> one, List<Long> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int compared = Long.compare(i < one.size() ? one.get(i) : 0, i < other.size() ? other.get(i) : 0);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /** The last number counts on, and keeps its leading zeros. */
    private static String next(String version) {
        Matcher last = Pattern.compile("[0-9]+$").matcher(version);
        if (!last.find()) {
            throw new IllegalArgumentException(version);
        }
        String digits = last.group();
        return version.substring(0, last.start())
                + String.format(Locale.ROOT, "%0" + digits.length() + "d", Long.parseLong(digits) + 1);
    }
}

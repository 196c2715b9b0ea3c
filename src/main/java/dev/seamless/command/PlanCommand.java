package dev.seamless.command;

import dev.seamless.RefusedException;
import dev.seamless.ledger.Position;
import dev.seamless.protocol.Migration;
import dev.seamless.protocol.Move;
import dev.seamless.protocol.Protocol;
import dev.seamless.protocol.Rule;
import dev.seamless.schema.Catalogue;
import dev.seamless.schema.Column;
import dev.seamless.schema.FlywayFiles;
import dev.seamless.schema.LiquibaseChangelog;
import dev.seamless.schema.MigrationFile;
import dev.seamless.schema.Migrations;
import dev.seamless.schema.Table;
import dev.seamless.schema.TypeChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code plan}: the files of the next migration, if the next move is one. Only reads the database. */
final class PlanCommand {

    private final Console console;
    private final MigrationTool.Format format;
    private final boolean back;
    private final @Nullable Path output;
    private final Set<List<Object>> planned = new HashSet<>();
    private final Set<Object> ledgers = new HashSet<>();

    /**
     * A plan.
     *
     * @param back whether for the way back
     * @param output the directory to write into; {@code null} to print
     */
    PlanCommand(Console console, MigrationTool.Format format, boolean back, @Nullable Path output) {
        this.console = console;
        this.format = format;
        this.back = back;
        this.output = output;
    }

    void run(List<Target> targets) {
        targets.forEach(this::plan);
    }

    private void plan(Target target) {
        Position position = target.position();
        Migration begun = position.standing().migration();
        if (begun != null) {
            console.line(target.rename() + ", " + target.pair() + ": " + begun
                    + " has begun and is not done. Run its files (migrate)"
                    + (begun.drops() ? ", or take it back (take-back)." : "."));
            return;
        }
        Move next = back ? position.way().back() : position.way().forth();
        console.line(target.rename() + ", " + target.pair() + ": the next move " + (back ? "back " : "") + "is " + next
                + ". " + next.why());
        if (next instanceof Move.Migrate migrate) {
            requireEvidence(target, migrate.migration(), position);
            if (isFirstOfItsTable(target)) {
                List<MigrationFile> files = files(target, migrate.migration());
                if (output == null) {
                    print(target, files);
                } else {
                    write(target, files, output);
                }
            } else {
                console.line("  later: the files above change the same table. Run them, and plan again.");
            }
        }
    }

    /** A migration is made from the table as it is, which another one is about to change. */
    private boolean isFirstOfItsTable(Target target) {
        return planned.add(Arrays.asList(
                target.dataSource(), target.pair().schema(), target.pair().table()));
    }

    private static void requireEvidence(Target target, Migration migration, Position position) {
        List<Rule> broken =
                new Protocol().againstBeginning(migration, position.standing(), position.phases(), position.columns());
        if (!broken.isEmpty()) {
            throw new RefusedException(
                    migration + " of " + target.pair() + " lacks its evidence: "
                            + broken.stream().map(Rule::sentence).collect(Collectors.joining(" ")),
                    "Make it true first; status shows the way.");
        }
    }

    private static List<MigrationFile> files(Target target, Migration migration) {
        Table table = new Catalogue(target.dataSource())
                .table(target.pair())
                .orElseThrow(
                        () -> new RefusedException("There is no table of " + target.pair() + ".", "Create it first."));
        return new Migrations(table, asInTheTable(target, table)).files(migration);
    }

    /** A column that is there has the type that it has, whatever the mapping would give it. */
    private static @Nullable TypeChange asInTheTable(Target target, Table table) {
        TypeChange mapped = target.change();
        return mapped == null
                ? null
                : new TypeChange(
                        table.column(target.pair().oldColumn())
                                .map(Column::type)
                                .orElse(mapped.oldType()),
                        table.column(target.pair().newColumn())
                                .map(Column::type)
                                .orElse(mapped.newType()),
                        mapped.converter());
    }

    private void print(Target target, List<MigrationFile> files) {
        if (needsLedger(target)) {
            console.line(System.lineSeparator() + "-- first, the tables of the ledger:" + System.lineSeparator()
                    + target.ledger().script());
        }
        files.forEach(file -> console.line(System.lineSeparator() + file.sql()));
    }

    private void write(Target target, List<MigrationFile> files, Path directory) {
        try {
            List<Path> written = format == MigrationTool.Format.LIQUIBASE
                    ? changelogs(target, files, new LiquibaseChangelog(directory))
                    : scripts(target, files, new FlywayFiles(directory));
            written.forEach(path -> console.line("  " + path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> scripts(Target target, List<MigrationFile> files, FlywayFiles scripts) throws IOException {
        Migration migration = files.get(0).migration();
        Optional<Path> pending = scripts.pending(migration, target.pair());
        if (pending.isPresent()) {
            throw new RefusedException(
                    pending.get() + " begins this " + migration + " already, and has not run.",
                    "Run it: --seamless.run=migrate, with a jar that has it; or delete its files, to plan anew.");
        }
        List<Path> written = new ArrayList<>();
        if (needsLedger(target) && ledgers.add(target.dataSource())) {
            written.add(scripts.writeLedger(target.ledger().script()));
        }
        written.addAll(scripts.write(target.rename(), files));
        return written;
    }

    private List<Path> changelogs(Target target, List<MigrationFile> files, LiquibaseChangelog changelogs)
            throws IOException {
        List<Path> written = new ArrayList<>();
        if (needsLedger(target) && ledgers.add(target.dataSource())) {
            written.add(changelogs.writeLedger(target.ledger().script()));
        }
        written.add(changelogs.write(target.rename(), files));
        return written;
    }

    /** The ledger arrives with the first expand. */
    private static boolean needsLedger(Target target) {
        return !target.ledger().exists();
    }
}

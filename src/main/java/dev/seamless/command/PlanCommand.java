package dev.seamless.command;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.ledger.PairRecord;
import dev.seamless.protocol.Columns;
import dev.seamless.protocol.Migration;
import dev.seamless.protocol.Move;
import dev.seamless.protocol.Protocol;
import dev.seamless.protocol.Rule;
import dev.seamless.protocol.Standing;
import dev.seamless.protocol.Way;
import dev.seamless.schema.Catalogue;
import dev.seamless.schema.Column;
import dev.seamless.schema.FlywayFiles;
import dev.seamless.schema.MigrationFile;
import dev.seamless.schema.Migrations;
import dev.seamless.schema.Table;
import dev.seamless.schema.TypeChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code plan}: the files of the next migration, if the next move is one. Only reads the database. */
final class PlanCommand {

    private final Console console;

    PlanCommand(Console console) {
        this.console = console;
    }

    void run(List<Target> targets, @Nullable Path output) {
        targets.forEach(target -> plan(target, output));
    }

    private void plan(Target target, @Nullable Path output) {
        Optional<PairRecord> record = target.ledger().find(target.pair());
        Standing standing = record.map(PairRecord::standing).orElse(Standing.FIRST);
        Set<SchemaPhase> live = EnumSet.noneOf(SchemaPhase.class);
        record.map(target.ledger()::fleet).orElse(List.of()).forEach(member -> live.add(member.phase()));
        Columns columns = target.ledger().columns(target.pair()).orElse(Columns.OLD_ONLY);
        Move next = new Way(standing, live, columns).forth();
        console.line(target.rename() + ", " + target.pair() + ": the next move is " + next + ". " + next.why());
        if (next instanceof Move.Migrate migrate) {
            requireEvidence(target, migrate.migration(), standing, live, columns);
            files(target, migrate.migration(), output);
        }
    }

    private static void requireEvidence(
            Target target, Migration migration, Standing standing, Set<SchemaPhase> live, Columns columns) {
        List<Rule> broken = new Protocol().againstBeginning(migration, standing, live, columns);
        if (!broken.isEmpty()) {
            throw new RefusedException(
                    migration + " of " + target.pair() + " lacks its evidence: "
                            + broken.stream().map(Rule::sentence).collect(Collectors.joining(" ")),
                    "Make it true first; status shows the way.");
        }
    }

    private void files(Target target, Migration migration, @Nullable Path output) {
        Table table = new Catalogue(target.dataSource())
                .table(target.pair())
                .orElseThrow(
                        () -> new RefusedException("There is no table of " + target.pair() + ".", "Create it first."));
        List<MigrationFile> files = new Migrations(table, change(target, table)).files(migration);
        if (output == null) {
            files.forEach(file -> console.line(System.lineSeparator() + file.sql()));
            return;
        }
        try {
            new FlywayFiles(output).write(target.rename(), files).forEach(path -> console.line("  " + path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable TypeChange change(Target target, Table table) {
        if (target.conversion() == null) {
            return null;
        }
        Optional<String> old = table.column(target.pair().oldColumn()).map(Column::type);
        Optional<String> coming = table.column(target.pair().newColumn()).map(Column::type);
        if (old.isEmpty() || coming.isEmpty()) {
            throw new RefusedException(
                    "The column that this migration of " + target.pair()
                            + " adds has another type than the one that is there," + " which only the mapping knows.",
                    "Write it by hand, as the guide shows: one ALTER TABLE, with the marker.");
        }
        return new TypeChange(old.get(), coming.get(), target.conversion().converter());
    }
}

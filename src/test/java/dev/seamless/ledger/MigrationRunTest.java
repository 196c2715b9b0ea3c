package dev.seamless.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.MigrationRun.Script;
import dev.seamless.protocol.Migration;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A run of marked scripts: how long it waits, and for whom. */
class MigrationRunTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pair OTHER = new Pair(null, "notes", "txt", "body");

    /** Two withdrawals in one script: whoever stands in the way of the first leaves late, that of the second never. */
    @Test
    void theMigrationsOfOneScriptShareItsPatience() {
        try (Town town = Town.withLedger(TestDatabase.H2)) {
            town.migrate(Migration.EXPAND);
            town.execute("create table notes (id integer primary key, txt varchar(100), body varchar(100))");
            MigrationSteps steps = town.steps();
            steps.begin(Migration.EXPAND, OTHER, "V2.sql", false);
            steps.lift(Migration.EXPAND, OTHER);
            Fleet leaves = town.instance(SchemaPhase.DUAL_WRITE);
            leaves.enter();
            Fleet stays = town.instance(
                    new Mapped(List.of(new Use("note-txt", OTHER, SchemaPhase.DUAL_WRITE, true)), Set.of(), false),
                    Town.SETTINGS);
            stays.enter();
            MigrationRun run =
                    new MigrationRun(town.ledger, Instance.named("migrations"), PATIENCE, pair -> true, false);
            CompletableFuture<Void> left = CompletableFuture.runAsync(
                    leaves::leave, CompletableFuture.delayedExecutor(1600, TimeUnit.MILLISECONDS));

            long begin = System.nanoTime();
            assertThatThrownBy(() -> run.before(new Script("V3.sql", """
                            -- seamless: withdraw users (bio -> description)
                            -- seamless: withdraw notes (txt -> body)
                            """)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("notes (txt -> body) may not begin withdraw now");

            assertThat(left).isCompleted();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(PATIENCE, Duration.ofMillis(3200));
        }
    }
}

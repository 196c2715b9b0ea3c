package dev.seamless.command;

import dev.seamless.RefusedException;
import dev.seamless.backfill.Backfill;
import dev.seamless.backfill.PassRequest;
import dev.seamless.backfill.PassSettings;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.PassEnd;
import dev.seamless.ledger.Passes;
import dev.seamless.protocol.Direction;
import java.time.Duration;
import java.util.List;

/** {@code backfill}, {@code reverse-backfill} and {@code verify}. */
final class PassCommand {

    private final Console console;
    private final Instance instance;
    private final Duration expiry;
    private final PassSettings settings;

    PassCommand(Console console, Instance instance, Duration expiry, PassSettings settings) {
        this.console = console;
        this.instance = instance;
        this.expiry = expiry;
        this.settings = settings;
    }

    void run(List<Target> targets, Direction direction, boolean verifies) throws InterruptedException {
        for (Target target : targets) {
            Passes passes = new Passes(target.ledger(), instance, expiry);
            console.line(target.pair() + ": " + direction + (verifies ? " verification" : " pass"));
            EndedPass ended = new Backfill(target.dataSource(), passes, settings)
                    .run(new PassRequest(target.pair(), direction, target.conversion(), verifies), console.pass());
            console.line(target.pair() + ": the pass ended " + ended.end().sentence() + ".");
            if (ended.end() != PassEnd.MARKED) {
                throw new RefusedException(
                        "The pass over " + target.pair() + " ended "
                                + ended.end().sentence() + ".",
                        "Status says what is next; a pass can be run again at any time.");
            }
        }
    }
}

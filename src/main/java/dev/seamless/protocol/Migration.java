package dev.seamless.protocol;

import static dev.seamless.SchemaPhase.DUAL_WRITE;
import static dev.seamless.SchemaPhase.NEW;
import static dev.seamless.SchemaPhase.OLD;
import static dev.seamless.SchemaPhase.READ_NEW;

import dev.seamless.SchemaPhase;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The eight migrations of one rename, four on the way forth and four on the way back. One that makes the table unfit for a
 * phase bars it before its DDL; one that makes the table fit lifts the bar after it.
 */
public enum Migration {

    /** Adds the new column. */
    EXPAND(List.of(), List.of(DUAL_WRITE, READ_NEW)),

    /** Gives the new column what the old one has, and the table the seal. */
    ALIGN(List.of(OLD), List.of()),

    /** Takes the seal, and what constrains the old column, away. */
    RELEASE(List.of(), List.of(NEW)),

    /** Drops the old column. */
    CONTRACT(List.of(OLD, DUAL_WRITE, READ_NEW), List.of()),

    /** Back: gives the old column its constraints again. */
    TIGHTEN(List.of(NEW), List.of()),

    /** Back: takes what constrains the new column, and the seal, away. */
    LOOSEN(List.of(), List.of(OLD)),

    /** Back: drops the new column. */
    WITHDRAW(List.of(DUAL_WRITE, READ_NEW, NEW), List.of()),

    /** Back: adds the old column again. */
    RETREAT(List.of(), List.of(DUAL_WRITE, READ_NEW));

    private final Set<SchemaPhase> bars;
    private final Set<SchemaPhase> lifts;

    Migration(Collection<SchemaPhase> bars, Collection<SchemaPhase> lifts) {
        this.bars = Phases.of(bars);
        this.lifts = Phases.of(lifts);
    }

    /** The phases that are barred when it begins. */
    public Set<SchemaPhase> bars() {
        return bars;
    }

    /** The phases whose bar is lifted when its DDL has run. */
    public Set<SchemaPhase> lifts() {
        return lifts;
    }

    /** Whether it drops a column, and so can be taken back as long as it has not. */
    public boolean drops() {
        return this == CONTRACT || this == WITHDRAW;
    }

    /** Whether it lies on the way back. */
    public boolean isBack() {
        return ordinal() >= TIGHTEN.ordinal();
    }

    /** The migration of the given name, as {@link #toString()} writes it, in upper or lower case. */
    public static Optional<Migration> named(String name) {
        return Arrays.stream(values())
                .filter(migration -> migration.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The name in lower case, as messages, files and the ledger write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

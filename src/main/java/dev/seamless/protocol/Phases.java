package dev.seamless.protocol;

import dev.seamless.SchemaPhase;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of phases: small, ordered, not to be changed. */
final class Phases {

    private Phases() {}

    static Set<SchemaPhase> of(Collection<SchemaPhase> phases) {
        EnumSet<SchemaPhase> set = EnumSet.noneOf(SchemaPhase.class);
        set.addAll(phases);
        return Collections.unmodifiableSet(set);
    }

    static Set<SchemaPhase> with(Set<SchemaPhase> phases, Set<SchemaPhase> more) {
        EnumSet<SchemaPhase> set = EnumSet.noneOf(SchemaPhase.class);
        set.addAll(phases);
        set.addAll(more);
        return Collections.unmodifiableSet(set);
    }

    static Set<SchemaPhase> without(Set<SchemaPhase> phases, Set<SchemaPhase> less) {
        EnumSet<SchemaPhase> set = EnumSet.noneOf(SchemaPhase.class);
        set.addAll(phases);
        set.removeAll(less);
        return Collections.unmodifiableSet(set);
    }
}

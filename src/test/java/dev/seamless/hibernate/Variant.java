package dev.seamless.hibernate;

import dev.seamless.SchemaPhase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The ways to write two columns, and one, that {@link WriteBenchmark} compares. */
public enum Variant {
    PLAIN(NewUsers.Plain.class, null),
    OLD(RenamedUsers.Plain.class, SchemaPhase.OLD),
    DUAL_WRITE(RenamedUsers.Plain.class, SchemaPhase.DUAL_WRITE),
    READ_NEW(RenamedUsers.Plain.class, SchemaPhase.READ_NEW),
    NEW(RenamedUsers.Plain.class, SchemaPhase.NEW),
    BY_HAND(Pair.class, null),
    TRIGGER(NewUsers.Plain.class, null);

    final Class<? extends User> type;
    final @Nullable SchemaPhase phase;

    Variant(Class<? extends User> type, @Nullable SchemaPhase phase) {
        this.type = type;
        this.phase = phase;
    }

    /** Two attributes and one setter, as a team would write it. */
    @Entity(name = "User")
    @Table(name = "users")
    static class Pair extends User.Assigned {
        @Column
        String bio;

        @Column
        String description;

        @Override
        String description() {
            return description;
        }

        @Override
        void description(String description) {
            this.bio = description;
            this.description = description;
        }
    }
}

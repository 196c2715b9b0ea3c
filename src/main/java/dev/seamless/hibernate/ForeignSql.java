package dev.seamless.hibernate;

import dev.seamless.Rename;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * What happens to SQL that goes through Hibernate but was not written by it (native queries), when it assigns one column of
 * a pair alone or reads the one that is not current.
 *
 * <p>Seen is what passes a {@link org.hibernate.resource.jdbc.spi.StatementInspector} and can be understood: not JDBC beside
 * Hibernate, not stored procedures and triggers, not an inspector that is set on the session factory's builder later on.
 * A statement that is not understood is let through.
 *
 * @param policy what to do
 * @param seen told of each execution, for a meter; on the thread that executes it
 */
public record ForeignSql(Policy policy, BiConsumer<Rename, Kind> seen) {

    /** The setting of the session factory that holds a {@link ForeignSql}; by default it warns. */
    public static final String SETTING = "seamless.foreign-sql";

    /** What to do about a statement. */
    public enum Policy {
        /** Log a warning, once for each statement. */
        WARN,
        /** Throw a {@link dev.seamless.RefusedException} instead of executing it. */
        REFUSE,
        /** Do not look. */
        OFF
    }

    /** What a statement does. */
    public enum Kind {
        /** Assigns exactly one of two columns that are both to be written, or the one that is not to be written. */
        WRITES_ONE,
        /** Reads the column that is not current. */
        READS_OTHER
    }

    static final ForeignSql DEFAULT = new ForeignSql(Policy.WARN, (rename, kind) -> {});

    /** Creates the handling. */
    public ForeignSql {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(seen, "seen");
    }
}

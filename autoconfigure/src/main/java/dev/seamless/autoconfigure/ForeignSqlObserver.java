package dev.seamless.autoconfigure;

import dev.seamless.Rename;

/** Is told of each execution of SQL that is not Hibernate's own and concerns one of two columns; for the meter. */
@FunctionalInterface
interface ForeignSqlObserver {

    /** Notes one execution. */
    void seen(Rename rename, Enum<?> kind);
}

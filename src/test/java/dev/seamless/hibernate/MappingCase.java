package dev.seamless.hibernate;

import dev.seamless.database.TestDatabase;
import java.util.List;
import org.hibernate.SessionFactory;

/** A mapping whose renamed attributes all carry the rename "renamed". */
interface MappingCase {

    String RENAME = "renamed";

    List<Class<?>> entities();

    /** Writes in every way that is special to the mapping, and asserts what is read back. */
    void write(SessionFactory factory);

    default boolean runsOn(TestDatabase database) {
        return true;
    }

    /** The column as an expression that the database can compare. */
    default String comparable(String column, TestDatabase database) {
        return column;
    }
}

package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.SchemaPhase;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;

/**
 * The columns that an attribute has had, oldest first, with the renames that lead from each to the next.
 *
 * @param member the attribute, for messages
 * @param renames the renames, in order
 * @param columns the columns: one more than renames
 */
record ColumnChain(String member, List<Rename> renames, List<Identifier> columns) {

    /**
     * Creates a chain.
     *
     * @throws RefusedException if two of its renames are under way at once, or lead nowhere
     */
    ColumnChain {
        if (columns.stream().map(Identifier::getCanonicalName).distinct().count() < columns.size()) {
            throw new RefusedException(
                    member + " is renamed from and to the same column, "
                            + columns.get(0).getText() + ".",
                    "Name the old column with fromColumn; if the column keeps its name, say fromJson alone.");
        }
        for (int i = 1; i < renames.size(); i++) {
            Rename before = renames.get(i - 1);
            Rename after = renames.get(i);
            if (before.schema() != SchemaPhase.NEW && after.schema() != SchemaPhase.OLD) {
                throw new RefusedException(
                        member + " has two renames under way in the database: '" + before.id() + "' in phase "
                                + before.schema() + " and '" + after.id() + "' in phase " + after.schema() + ".",
                        "Finish '" + before.id() + "' (schema: new) before '" + after.id() + "' leaves schema: old.");
            }
        }
    }

    /** The rename that is under way: the first that is not finished, or else the last. */
    Rename open() {
        return renames.get(position());
    }

    Identifier oldColumn() {
        return columns.get(position());
    }

    Identifier newColumn() {
        return columns.get(position() + 1);
    }

    Identifier readColumn() {
        return open().schema().readsOld() ? oldColumn() : newColumn();
    }

    Identifier otherColumn() {
        return open().schema().readsOld() ? newColumn() : oldColumn();
    }

    private int position() {
        for (int i = 0; i < renames.size(); i++) {
            if (renames.get(i).schema() != SchemaPhase.NEW) {
                return i;
            }
        }
        return renames.size() - 1;
    }
}

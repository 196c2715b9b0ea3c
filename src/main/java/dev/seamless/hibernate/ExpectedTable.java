package dev.seamless.hibernate;

import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a phase needs of the real table of a pair.
 *
 * @param renamed the renamed attribute
 * @param table the table
 * @param written the columns that are written, and so must exist
 * @param idle the column that is not written, and so must not require a value; {@code null} if both are
 */
record ExpectedTable(
        RenamedColumn renamed,
        Table table,
        List<Column> written,
        @Nullable Identifier idle) {}

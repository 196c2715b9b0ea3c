package dev.seamless.backfill;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.support.JdbcUtils;

/** How the values of a column are read and written, so that a converter gets the type that it expects. */
public interface ColumnValues {

    /** Reads a value. */
    @Nullable
    Object read(ResultSet row, int index) throws SQLException;

    /** Sets a parameter. */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

    /** The values of a type that JDBC knows: texts, numbers, booleans, bytes, and those of {@code java.time} and {@code java.util}. */
    static ColumnValues of(Class<?> type) {
        return new ColumnValues() {
            @Override
            public @Nullable Object read(ResultSet row, int index) throws SQLException {
                return JdbcUtils.getResultSetValue(row, index, type);
            }

            @Override
            public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
                StatementCreatorUtils.setParameterValue(statement, index, SqlTypeValue.TYPE_UNKNOWN, value);
            }
        };
    }
}

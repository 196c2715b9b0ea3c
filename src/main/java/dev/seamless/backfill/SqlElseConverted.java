package dev.seamless.backfill;

import java.sql.Savepoint;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Lets the database convert, and where its SQL fails for some value of a span, the converter: that one knows which row it is.
 */
final class SqlElseConverted implements WindowWrite {

    private final SqlWindow bySql;
    private final ConvertedWindow byConverter;
    private final BackfillDatabase database;

    SqlElseConverted(SqlWindow bySql, ConvertedWindow byConverter, BackfillDatabase database) {
        this.bySql = bySql;
        this.byConverter = byConverter;
        this.database = database;
    }

    @Override
    public Changed write(NamedParameterJdbcTemplate sql, Span span) {
        return first(sql, () -> bySql.write(sql, span), () -> byConverter.write(sql, span));
    }

    @Override
    public Different different(NamedParameterJdbcTemplate sql, Span span) {
        return first(sql, () -> bySql.different(sql, span), () -> byConverter.different(sql, span));
    }

    private interface Attempt<T> {
        T make();
    }

    private <T> T first(NamedParameterJdbcTemplate sql, Attempt<T> one, Attempt<T> other) {
        T result = sql.getJdbcTemplate().execute((ConnectionCallback<T>) connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                T made = one.make();
                connection.releaseSavepoint(before);
                return made;
            } catch (DataAccessException e) {
                if (InTheWay.is(e, database)) {
                    throw e;
                }
                connection.rollback(before);
                return other.make();
            }
        });
        return Objects.requireNonNull(result);
    }
}

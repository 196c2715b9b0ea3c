package dev.seamless.backfill;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Brings the rows of a span up, in the transaction of the window. */
interface WindowWrite {

    /** Brings them up. */
    Changed write(NamedParameterJdbcTemplate sql, Span span);

    /** The rows of the span that differ. */
    Different different(NamedParameterJdbcTemplate sql, Span span);
}

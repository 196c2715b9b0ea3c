package dev.seamless.backfill;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Looks at the rows of a window once more when they are brought up, for something may keep them different. */
record Recheck(WindowWrite write) implements WindowWrite {

    @Override
    public Changed write(NamedParameterJdbcTemplate sql, Span span) {
        Changed changed = write.write(sql, span);
        Different left = write.different(sql, span);
        long unmoved = Math.max(0, left.rows() - changed.left().rows());
        return new Changed(Math.max(0, changed.rows() - unmoved), left);
    }

    @Override
    public Different different(NamedParameterJdbcTemplate sql, Span span) {
        return write.different(sql, span);
    }
}

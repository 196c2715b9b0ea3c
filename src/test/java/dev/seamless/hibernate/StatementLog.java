package dev.seamless.hibernate;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Records every statement that a session factory prepares. */
final class StatementLog implements StatementInspector {

    private static final long serialVersionUID = 1;

    private final transient List<String> statements = new ArrayList<>();

    @Override
    public String inspect(String sql) {
        statements.add(sql);
        return sql;
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    void clear() {
        statements.clear();
    }
}

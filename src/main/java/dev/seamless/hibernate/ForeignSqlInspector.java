package dev.seamless.hibernate;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every statement that Hibernate is about to prepare, behind the inspector of the application, if it has one. What
 * it found is kept by the statement's text, so that a statement costs one look into a map.
 */
final class ForeignSqlInspector implements StatementInspector {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ForeignSqlInspector.class);

    /** More different statements than an application has; beyond them it begins anew. */
    private static final int KEPT = 4096;

    private final transient ForeignSql foreign;
    private final transient @Nullable StatementInspector application;
    private final transient List<RenamedColumn> watched = new CopyOnWriteArrayList<>();
    private final transient Map<String, List<Finding>> findings = new ConcurrentHashMap<>();

    private record Finding(RenamedColumn renamed, ForeignSql.Kind kind) {}

    ForeignSqlInspector(ForeignSql foreign, @Nullable StatementInspector application) {
        this.foreign = foreign;
        this.application = application;
    }

    @Nullable
    StatementInspector application() {
        return application;
    }

    void watch(List<RenamedColumn> renamed) {
        watched.addAll(renamed);
    }

    @Override
    public String inspect(String sql) {
        String changed = application == null ? sql : application.inspect(sql);
        String statement = changed == null ? sql : changed;
        List<Finding> found = findings.get(statement);
        if (found == null) {
            found = look(statement);
        }
        for (Finding finding : found) {
            foreign.seen().accept(finding.renamed().rename(), finding.kind());
            if (foreign.policy() == ForeignSql.Policy.REFUSE) {
                throw new RefusedException(description(finding), action(finding));
            }
        }
        return changed;
    }

    private List<Finding> look(String sql) {
        List<Finding> found = new ArrayList<>();
        SqlStatement statement = new SqlStatement(sql);
        for (RenamedColumn renamed : watched) {
            statement.kindsOf(renamed).forEach(kind -> found.add(new Finding(renamed, kind)));
        }
        if (findings.size() >= KEPT) {
            findings.clear();
        }
        if (findings.put(sql, List.copyOf(found)) == null && foreign.policy() == ForeignSql.Policy.WARN) {
            found.forEach(finding -> LOG.atWarn()
                    .addKeyValue("rename", finding.renamed().rename().id())
                    .log("{} {} The statement: {}", description(finding), action(finding), withoutValues(sql)));
        }
        return found;
    }

    private static String withoutValues(String sql) {
        return sql.replaceAll("'(?:[^']|'')*'", "'...'");
    }

    private static String description(Finding finding) {
        RenamedColumn renamed = finding.renamed();
        Rename rename = renamed.rename();
        return "SQL that Hibernate did not write "
                + (finding.kind() == ForeignSql.Kind.WRITES_ONE
                        ? "assigns one column alone of "
                        : "reads the column that is not current of ")
                + renamed.pair() + ", which the rename '" + rename.id() + "' has in phase " + rename.schema() + ".";
    }

    private static String action(Finding finding) {
        return finding.kind() == ForeignSql.Kind.WRITES_ONE
                ? "Use JPQL, or assign both columns from the same value while both are written."
                : "Use JPQL, which reads the current one.";
    }
}

package dev.seamless.hibernate;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.MutationStatement;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.hibernate.sql.exec.spi.JdbcOperationQueryMutation;
import org.hibernate.sql.exec.spi.JdbcSelect;
import org.hibernate.sql.model.ast.TableMutation;
import org.hibernate.sql.model.jdbc.JdbcMutationOperation;

/** The hook into the SQL of a query: has both columns assigned where a statement assigns one. */
final class DualTranslators implements SqlAstTranslatorFactory {

    private final SqlAstTranslatorFactory hibernate;

    DualTranslators(SqlAstTranslatorFactory hibernate) {
        this.hibernate = hibernate;
    }

    @Override
    public SqlAstTranslator<JdbcSelect> buildSelectTranslator(
            SessionFactoryImplementor factory, SelectStatement select) {
        return rewriting(hibernate.buildSelectTranslator(factory, select), factory, select);
    }

    @Override
    public SqlAstTranslator<? extends JdbcOperationQueryMutation> buildMutationTranslator(
            SessionFactoryImplementor factory, MutationStatement mutation) {
        return rewriting(hibernate.buildMutationTranslator(factory, mutation), factory, mutation);
    }

    /** Flushes are rewritten by {@link DualAssignments}, before they come here. */
    @Override
    public <O extends JdbcMutationOperation> SqlAstTranslator<O> buildModelMutationTranslator(
            TableMutation<O> mutation, SessionFactoryImplementor factory) {
        return hibernate.buildModelMutationTranslator(mutation, factory);
    }

    private static <T extends JdbcOperation> SqlAstTranslator<T> rewriting(
            SqlAstTranslator<T> translator, SessionFactoryImplementor factory, Statement statement) {
        OtherColumns others = OtherColumns.of(factory);
        return others.isEmpty()
                ? translator
                : RewritingTranslator.of(translator, () -> new QueryAssignments(others).addTo(statement));
    }
}

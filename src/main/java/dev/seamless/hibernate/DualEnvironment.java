package dev.seamless.hibernate;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.ExtractedDatabaseMetaData;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.env.spi.LobCreatorBuilder;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.engine.jdbc.env.spi.QualifiedObjectNameFormatter;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.jspecify.annotations.Nullable;

/** Hibernate's environment, with {@link DualTranslators}. */
final class DualEnvironment implements JdbcEnvironment {

    private static final long serialVersionUID = 1;

    private final transient JdbcEnvironment hibernate;
    private final transient SqlAstTranslatorFactory translators;

    DualEnvironment(JdbcEnvironment hibernate) {
        this.hibernate = hibernate;
        this.translators = new DualTranslators(hibernate.getSqlAstTranslatorFactory());
    }

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return translators;
    }

    @Override
    public Dialect getDialect() {
        return hibernate.getDialect();
    }

    @Override
    public ExtractedDatabaseMetaData getExtractedDatabaseMetaData() {
        return hibernate.getExtractedDatabaseMetaData();
    }

    @Override
    public @Nullable Identifier getCurrentCatalog() {
        return hibernate.getCurrentCatalog();
    }

    @Override
    public @Nullable Identifier getCurrentSchema() {
        return hibernate.getCurrentSchema();
    }

    @Override
    @Deprecated
    public QualifiedObjectNameFormatter getQualifiedObjectNameFormatter() {
        return hibernate.getQualifiedObjectNameFormatter();
    }

    @Override
    public IdentifierHelper getIdentifierHelper() {
        return hibernate.getIdentifierHelper();
    }

    @Override
    public NameQualifierSupport getNameQualifierSupport() {
        return hibernate.getNameQualifierSupport();
    }

    @Override
    public SqlExceptionHelper getSqlExceptionHelper() {
        return hibernate.getSqlExceptionHelper();
    }

    @Override
    public LobCreatorBuilder getLobCreatorBuilder() {
        return hibernate.getLobCreatorBuilder();
    }
}

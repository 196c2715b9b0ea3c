package dev.seamless.hibernate;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Builds session factories for tests, which create their schema and record their statements. */
final class TestFactory {

    private final FreshDatabase database;
    private final Map<String, Object> settings = new HashMap<>();
    private final Map<String, SchemaPhase> phases = new HashMap<>();
    private ClassLoaderService services = new ClassLoaderServiceImpl();
    private final Set<Class<?>> entities = new LinkedHashSet<>();

    TestFactory(FreshDatabase database) {
        this.database = database;
        with("jakarta.persistence.jdbc.url", database.url());
        with("jakarta.persistence.jdbc.user", database.user());
        with("jakarta.persistence.jdbc.password", database.password());
        with("hibernate.hbm2ddl.auto", "create");
        with("hibernate.generate_statistics", true);
        with("hibernate.jdbc.batch_size", 50);
        with("hibernate.session_factory.statement_inspector", new StatementLog());
        // Hibernate's own SQL must never be taken for foreign SQL.
        with(ForeignSql.SETTING, new ForeignSql(ForeignSql.Policy.REFUSE, (rename, kind) -> {}));
    }

    FreshDatabase database() {
        return database;
    }

    TestFactory with(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    TestFactory phase(String rename, SchemaPhase phase) {
        phases.put(rename, phase);
        return this;
    }

    /** For benchmarks, which must not pay for what tests look at. */
    TestFactory withoutLog() {
        settings.remove("hibernate.session_factory.statement_inspector");
        settings.remove(ForeignSql.SETTING);
        return this;
    }

    /** Replaces what Hibernate finds its services by. */
    TestFactory services(ClassLoaderService services) {
        this.services = services;
        return this;
    }

    TestFactory map(Class<?>... types) {
        entities.addAll(List.of(types));
        return this;
    }

    SessionFactoryImplementor build() {
        if (!phases.isEmpty()) {
            with(HibernateRenames.SETTING, renames());
        }
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoaderService(services)
                        .build())
                .applySettings(settings)
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            entities.forEach(sources::addAnnotatedClass);
            return sources.buildMetadata().buildSessionFactory().unwrap(SessionFactoryImplementor.class);
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    private Renames renames() {
        return new Renames(phases.entrySet().stream()
                .map(entry -> new Rename(entry.getKey(), entry.getValue(), ApiPhase.OLD))
                .toList());
    }

    static StatementLog log(SessionFactory factory) {
        StatementInspector inspector = factory.unwrap(SessionFactoryImplementor.class)
                .getSessionFactoryOptions()
                .getStatementInspector();
        return (StatementLog) (inspector instanceof ForeignSqlInspector foreign ? foreign.application() : inspector);
    }
}

package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.hibernate.ConnectionGuard;
import dev.seamless.hibernate.ForeignSql;
import dev.seamless.hibernate.HibernateRenames;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** Puts the renames among the properties of an entity manager factory, before it is built. */
final class EntityManagerFactoryRenames implements BeanPostProcessor {

    private final ObjectProvider<Renames> renames;

    private final ObjectProvider<ForeignSql> foreignSql;

    private final ObjectProvider<Fleets> fleets;

    private final boolean checksSchema;

    EntityManagerFactoryRenames(
            ObjectProvider<Renames> renames,
            ObjectProvider<ForeignSql> foreignSql,
            ObjectProvider<Fleets> fleets,
            boolean checksSchema) {
        this.renames = renames;
        this.foreignSql = foreignSql;
        this.fleets = fleets;
        this.checksSchema = checksSchema;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            factory.getJpaPropertyMap().putIfAbsent(HibernateRenames.SETTING, renames.getObject());
            factory.getJpaPropertyMap().putIfAbsent(ForeignSql.SETTING, foreignSql.getObject());
            factory.getJpaPropertyMap().putIfAbsent(HibernateRenames.CHECK_SCHEMA, checksSchema);
            DataSource dataSource = factory.getDataSource();
            if (dataSource != null) {
                fleets.ifAvailable(found ->
                        factory.getJpaPropertyMap().putIfAbsent(ConnectionGuard.SETTING, found.guard(dataSource)));
            }
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory
                && factory.getDataSource() == null
                && factory.getNativeEntityManagerFactory() instanceof SessionFactory built) {
            fleets.ifAvailable(found -> found.withoutDataSource(built));
        }
        return bean;
    }
}

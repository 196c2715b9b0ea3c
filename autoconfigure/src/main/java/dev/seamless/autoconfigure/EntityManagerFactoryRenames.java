package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.hibernate.ForeignSql;
import dev.seamless.hibernate.HibernateRenames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** Puts the renames among the properties of an entity manager factory, before it is built. */
final class EntityManagerFactoryRenames implements BeanPostProcessor {

    private final ObjectProvider<Renames> renames;

    private final ObjectProvider<ForeignSql> foreignSql;

    EntityManagerFactoryRenames(ObjectProvider<Renames> renames, ObjectProvider<ForeignSql> foreignSql) {
        this.renames = renames;
        this.foreignSql = foreignSql;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            factory.getJpaPropertyMap().putIfAbsent(HibernateRenames.SETTING, renames.getObject());
            factory.getJpaPropertyMap().putIfAbsent(ForeignSql.SETTING, foreignSql.getObject());
        }
        return bean;
    }
}

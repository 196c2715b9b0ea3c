package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.hibernate.HibernateRenames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** Puts the renames among the properties of an entity manager factory, before it is built. */
final class EntityManagerFactoryRenames implements BeanPostProcessor {

    private final ObjectProvider<Renames> renames;

    EntityManagerFactoryRenames(ObjectProvider<Renames> renames) {
        this.renames = renames;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            factory.getJpaPropertyMap().putIfAbsent(HibernateRenames.SETTING, renames.getObject());
        }
        return bean;
    }
}

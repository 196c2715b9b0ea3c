package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** Gives every entity manager factory its renames, also one that the application builds itself. */
@AutoConfiguration(after = SeamlessAutoConfiguration.class, before = HibernateJpaAutoConfiguration.class)
@ConditionalOnClass({SessionFactory.class, AbstractEntityManagerFactoryBean.class})
public final class SeamlessHibernateAutoConfiguration {

    @Bean
    static EntityManagerFactoryRenames entityManagerFactoryRenames(ObjectProvider<Renames> renames) {
        return new EntityManagerFactoryRenames(renames);
    }

    @Bean
    BoundaryNames renamedColumnNames(ObjectProvider<EntityManagerFactory> factories) {
        return new RenamedColumnNames(factories);
    }
}

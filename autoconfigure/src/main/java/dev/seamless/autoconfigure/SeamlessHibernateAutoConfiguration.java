package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.autoconfigure.SeamlessProperties.ForeignSqlPolicy;
import dev.seamless.hibernate.ForeignSql;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** Gives every entity manager factory its renames, also one that the application builds itself. */
@AutoConfiguration(after = SeamlessAutoConfiguration.class, before = HibernateJpaAutoConfiguration.class)
@ConditionalOnClass({SessionFactory.class, AbstractEntityManagerFactoryBean.class})
public final class SeamlessHibernateAutoConfiguration {

    @Bean
    static EntityManagerFactoryRenames entityManagerFactoryRenames(
            ObjectProvider<Renames> renames,
            ObjectProvider<ForeignSql> foreignSql,
            ObjectProvider<Fleets> fleets,
            Environment environment) {
        return new EntityManagerFactoryRenames(renames, foreignSql, fleets, !CommandEnvironment.isCommand(environment));
    }

    @Bean
    BoundaryNames renamedColumnNames(ObjectProvider<EntityManagerFactory> factories) {
        return new RenamedColumnNames(factories);
    }

    @Bean
    @ConditionalOnMissingBean
    ForeignSql foreignSql(Environment environment, ObjectProvider<ForeignSqlObserver> observers) {
        ForeignSqlPolicy policy = new RenamesBinder(environment).foreignSql();
        return new ForeignSql(
                ForeignSql.Policy.valueOf(policy.name()),
                (rename, kind) -> observers.orderedStream().forEach(observer -> observer.seen(rename, kind)));
    }
}

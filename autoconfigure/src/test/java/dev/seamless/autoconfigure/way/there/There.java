package dev.seamless.autoconfigure.way.there;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** An application with one entity, whose bio becomes description. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = R2dbcAutoConfiguration.class)
@EntityScan(basePackageClasses = There.class)
public class There {

    @Entity(name = "Plain")
    @Table(name = "plain")
    static class Plain {
        @Id
        long id;

        @Renamed(id = "there", from = "bio")
        String description;
    }
}

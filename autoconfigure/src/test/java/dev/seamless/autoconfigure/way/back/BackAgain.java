package dev.seamless.autoconfigure.way.back;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** An application with one entity, whose description becomes bio. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = R2dbcAutoConfiguration.class)
@EntityScan(basePackageClasses = BackAgain.class)
public class BackAgain {

    @Entity(name = "Plain")
    @Table(name = "plain")
    static class Plain {
        @Id
        long id;

        @Renamed(id = "back-again", from = "description")
        String bio;
    }
}

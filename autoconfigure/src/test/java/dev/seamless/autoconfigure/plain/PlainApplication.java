package dev.seamless.autoconfigure.plain;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;

/** An application that renames nothing. */
@SpringBootApplication
public class PlainApplication {

    public final List<String> statements = new ArrayList<>();

    @Bean
    HibernatePropertiesCustomizer recordStatements() {
        return properties -> properties.put(
                "hibernate.session_factory.statement_inspector",
                (org.hibernate.resource.jdbc.spi.StatementInspector) sql -> {
                    statements.add(sql);
                    return sql;
                });
    }
}

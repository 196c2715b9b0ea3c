package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.graphql.SchemaFieldCheck;
import dev.seamless.scan.Declarations;
import dev.seamless.web.OpenNames;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpEntity;

/** Looks at the schema of Spring for GraphQL when all is there: an old field that nothing serves stops the start. */
@AutoConfiguration(after = SeamlessAutoConfiguration.class)
@ConditionalOnClass({GraphQlSource.class, HttpEntity.class})
public final class SeamlessGraphQlAutoConfiguration {

    @Bean
    SmartInitializingSingleton renamedSchemaCheck(
            ObjectProvider<GraphQlSource> sources,
            Declarations declarations,
            Renames renames,
            Environment environment) {
        OpenNames accepted = AcceptedNames.of(List.of(), environment);
        return () -> sources.orderedStream()
                .map(GraphQlSource::schema)
                .forEach(
                        new SchemaFieldCheck(new OpenDeclarations(declarations, renames).formerNames(), accepted)
                                ::check);
    }
}

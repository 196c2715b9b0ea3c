package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.data.RenamedSort;
import dev.seamless.web.ParameterNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.web.method.HandlerMethod;

/** Lets clients sort by an old name, on whatever way that reaches a repository. */
@AutoConfiguration(after = SeamlessAutoConfiguration.class)
@ConditionalOnClass({RepositoryFactoryBeanSupport.class, HandlerMethod.class})
public final class SeamlessDataAutoConfiguration {

    @Bean
    static RenamedSort renamedSort(ObjectProvider<Renames> renames, ObjectProvider<ParameterNames> names) {
        return new RenamedSort(() -> names.getIfAvailable(() -> new ParameterNames(renames.getObject())));
    }
}

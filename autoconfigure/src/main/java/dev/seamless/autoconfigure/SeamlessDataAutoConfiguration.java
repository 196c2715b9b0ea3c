package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.data.RenamedSort;
import dev.seamless.gate.Gate;
import dev.seamless.web.ClientViews;
import dev.seamless.web.ParameterNames;
import dev.seamless.web.servlet.RequestClient;
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

    /**
     * Where no request is at hand (another thread, WebFlux, a job) whoever sorts by an old name is an unknown client: to
     * retire it would fail that too.
     */
    @Bean
    static RenamedSort renamedSort(
            ObjectProvider<Renames> renames,
            ObjectProvider<ParameterNames> names,
            ObjectProvider<ClientViews> views,
            ObjectProvider<Gate> gate) {
        return new RenamedSort(
                () -> names.getIfAvailable(() -> new ParameterNames(renames.getObject())),
                rename -> views.ifAvailable(known -> RequestClient.current()
                        .orElseGet(() -> known.unobserved(gate.getObject().admit(null)))
                        .usesOldName(rename)));
    }
}

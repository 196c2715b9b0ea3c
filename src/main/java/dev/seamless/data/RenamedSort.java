package dev.seamless.data;

import dev.seamless.web.ParameterNames;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;

/**
 * Lets a repository be asked to sort by the old name of an attribute ({@code sort=bio,desc}), as clients go on doing. It
 * looks at what reaches a repository, where the domain type is known: so it covers both web stacks, and services between.
 */
public final class RenamedSort implements BeanPostProcessor {

    private final Supplier<ParameterNames> names;

    /**
     * Creates the post-processor.
     *
     * @param names asked for with the first repository
     */
    public RenamedSort(Supplier<ParameterNames> names) {
        this.names = names;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
            repository.addRepositoryFactoryCustomizer(factory ->
                    factory.addRepositoryProxyPostProcessor((proxy, information) ->
                            proxy.addAdvice(0, new SortAdvice(names.get(), information.getDomainType()))));
        }
        return bean;
    }
}

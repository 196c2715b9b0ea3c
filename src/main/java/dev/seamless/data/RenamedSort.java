package dev.seamless.data;

import dev.seamless.Rename;
import dev.seamless.web.ParameterNames;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;

/**
 * Lets a repository be asked to sort by the old name of an attribute ({@code sort=bio,desc}), as clients go on doing. It
 * looks at what reaches a repository, where the domain type is known: so it covers both web stacks, and services between.
 */
public final class RenamedSort implements BeanPostProcessor {

    private final Supplier<ParameterNames> names;
    private final Consumer<Rename> used;

    /**
     * Creates the post-processor.
     *
     * @param names asked for with the first repository
     * @param used is told, on the thread that calls a repository, each time that an old name is sorted by
     */
    public RenamedSort(Supplier<ParameterNames> names, Consumer<Rename> used) {
        this.names = names;
        this.used = used;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
            repository.addRepositoryFactoryCustomizer(factory ->
                    factory.addRepositoryProxyPostProcessor((proxy, information) ->
                            proxy.addAdvice(0, new SortAdvice(names.get(), information.getDomainType(), used))));
        }
        return bean;
    }
}

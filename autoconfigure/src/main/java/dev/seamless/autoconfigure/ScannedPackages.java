package dev.seamless.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** The packages where {@code @Renamed} is looked for: those of the auto-configuration, of the entities, and as configured. */
final class ScannedPackages {

    private static final boolean ENTITIES = ClassUtils.isPresent(
            "org.springframework.boot.persistence.autoconfigure.EntityScanPackages",
            ScannedPackages.class.getClassLoader());

    private ScannedPackages() {}

    /** Whether a type is in one of the packages, or below it. */
    static Predicate<Class<?>> holding(BeanFactory beanFactory, Environment environment) {
        Set<String> packages = of(beanFactory, environment);
        return type -> packages.stream()
                .anyMatch(name -> name.isEmpty() || type.getName().startsWith(name + "."));
    }

    static Set<String> of(BeanFactory beanFactory, Environment environment) {
        Set<String> packages = new LinkedHashSet<>();
        if (AutoConfigurationPackages.has(beanFactory)) {
            packages.addAll(AutoConfigurationPackages.get(beanFactory));
        }
        if (ENTITIES) {
            packages.addAll(EntityScanPackages.get(beanFactory).getPackageNames());
        }
        Binder.get(environment)
                .bind("seamless.scan-packages", Bindable.setOf(String.class))
                .ifBound(packages::addAll);
        return packages;
    }
}

package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.scan.Declarations;
import dev.seamless.scan.RenameScanner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Finds the renames that the application declares, and the phases that its configuration puts them in. */
@AutoConfiguration
public final class SeamlessAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Declarations renameDeclarations(ConfigurableListableBeanFactory beanFactory, Environment environment) {
        return new RenameScanner(beanFactory.getBeanClassLoader()).scan(ScannedPackages.of(beanFactory, environment));
    }

    @Bean
    @ConditionalOnMissingBean
    Renames renames(Declarations declarations, Environment environment) {
        GivenProperties.check(environment, declarations.ids());
        return new RenamesBinder(environment).bind(declarations);
    }

    @Bean
    RenameReport renameReport(Renames renames, Declarations declarations, ObjectProvider<BoundaryNames> names) {
        return new RenameReport(renames, declarations, names.orderedStream().toList());
    }
}

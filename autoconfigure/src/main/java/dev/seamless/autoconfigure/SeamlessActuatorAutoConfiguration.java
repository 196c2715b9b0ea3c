package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.gate.Gate;
import dev.seamless.gate.Judge;
import dev.seamless.scan.Declarations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Shows the renames in Actuator, and lets it start and stop passes. */
@AutoConfiguration(
        after = {SeamlessGateAutoConfiguration.class, SeamlessLedgerAutoConfiguration.class},
        afterName = "org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration")
@ConditionalOnClass({PathMappedEndpoints.class, ConditionalOnAvailableEndpoint.class})
public final class SeamlessActuatorAutoConfiguration {

    @Bean
    @ConditionalOnAvailableEndpoint
    RenamesEndpoint renamesEndpoint(
            Renames renames,
            Declarations declarations,
            Gate gate,
            Judge judge,
            ObjectProvider<BoundaryNames> names,
            ObjectProvider<LedgerDetails> ledgers,
            ObjectProvider<PassControl> passes) {
        return new RenamesEndpoint(
                renames,
                declarations,
                gate,
                judge,
                names.orderedStream().toList(),
                ledgers.orderedStream().toList(),
                passes.orderedStream().toList());
    }

    @Bean
    @ConditionalOnBean(RenamesEndpoint.class)
    @ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
    RenamesWebExtension renamesWebExtension(RenamesEndpoint endpoint) {
        return new RenamesWebExtension(endpoint);
    }

    @Bean
    @ConditionalOnBean(PathMappedEndpoints.class)
    ActuatorPaths actuatorPaths(PathMappedEndpoints endpoints) {
        return new ActuatorPaths(endpoints);
    }
}

package dev.seamless.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Says in the health endpoint whether this instance is in its fleet: {@code management.health.fleet.enabled}. */
@AutoConfiguration(after = SeamlessLedgerAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(Fleets.class)
@ConditionalOnEnabledHealthIndicator("fleet")
public final class SeamlessHealthAutoConfiguration {

    @Bean
    FleetHealthIndicator fleetHealthIndicator(Fleets fleets) {
        return new FleetHealthIndicator(fleets);
    }
}

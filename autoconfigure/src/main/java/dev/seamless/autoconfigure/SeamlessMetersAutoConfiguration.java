package dev.seamless.autoconfigure;

import dev.seamless.Renames;
import dev.seamless.gate.Gate;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts, where Micrometer does. */
@AutoConfiguration(
        after = {CompositeMeterRegistryAutoConfiguration.class, SeamlessLedgerAutoConfiguration.class},
        before = SeamlessServletGateAutoConfiguration.class)
@ConditionalOnClass({MeterRegistry.class, CompositeMeterRegistryAutoConfiguration.class})
@ConditionalOnBean(MeterRegistry.class)
public final class SeamlessMetersAutoConfiguration {

    @Bean
    RenameMeters renameMeters(MeterRegistry registry, Gate gate) {
        RenameMeters meters = new RenameMeters(registry);
        meters.oldNames(gate);
        return meters;
    }

    @Bean
    ForeignSqlObserver foreignSqlMeter(RenameMeters meters) {
        return meters::foreignSql;
    }

    @Bean
    @ConditionalOnBean(Fleets.class)
    FleetMeters fleetMeters(RenameMeters meters, Renames renames, Fleets fleets) {
        return new FleetMeters(meters, renames, fleets);
    }
}

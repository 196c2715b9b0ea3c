package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.Renames;
import dev.seamless.autoconfigure.SeamlessProperties.GateProperties;
import dev.seamless.autoconfigure.SeamlessProperties.HeaderProperties;
import dev.seamless.gate.Gate;
import dev.seamless.gate.GateObserver;
import dev.seamless.gate.Judge;
import dev.seamless.gate.OldNameUse;
import dev.seamless.gate.OverdueNames;
import dev.seamless.gate.Platform;
import dev.seamless.gate.VersionPolicy;
import dev.seamless.json.RenameModule;
import dev.seamless.web.ClientViews;
import dev.seamless.web.GateAnswers;
import dev.seamless.web.GateHeaders;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Knows the versions of clients, and judges whether an old name can go. */
@AutoConfiguration(after = {SeamlessAutoConfiguration.class, SeamlessJacksonAutoConfiguration.class})
public final class SeamlessGateAutoConfiguration {

    private static final String WEB = "org.springframework.http.ProblemDetail";

    private final GateProperties properties;
    private final RenamesBinder binder;

    SeamlessGateAutoConfiguration(Environment environment) {
        this.binder = new RenamesBinder(environment);
        this.properties = binder.gate();
        for (String used : new String[] {"spring.mvc.apiversion.use.header", "spring.webflux.apiversion.use.header"}) {
            if (properties.headers().version().equalsIgnoreCase(environment.getProperty(used))) {
                throw new RefusedException(
                        "'" + used + "' and 'seamless.gate.headers.version' name the same header, "
                                + properties.headers().version()
                                + ": Spring would answer every version that it does not"
                                + " list with an error.",
                        "Give one of them another header.");
            }
        }
    }

    @Bean
    @ConditionalOnMissingBean
    VersionPolicy versionPolicy() {
        Map<String, Platform> platforms = ConfiguredGate.platforms(properties);
        return () -> platforms;
    }

    @Bean
    @ConditionalOnMissingBean
    Gate gate(VersionPolicy policy, Renames renames) {
        return new Gate(
                policy, ConfiguredGate.windows(renames, binder), properties.unknown(), properties.belowMinimum());
    }

    @Bean
    @ConditionalOnMissingBean
    OldNameUse oldNameUse() {
        return new OldNameUse(Clock.systemUTC());
    }

    @Bean
    Judge oldNameJudge(Gate gate, OldNameUse use) {
        return new Judge(gate, use, properties.quiet());
    }

    @Bean
    OverdueNames overdueNames(Gate gate, Judge judge) {
        return new OverdueNames(gate, judge, Clock.systemUTC());
    }

    @Bean
    @ConditionalOnClass(name = WEB)
    @ConditionalOnBean(RenameModule.class)
    @ConditionalOnMissingBean
    GateAnswers gateAnswers(Gate gate, OldNameUse use) {
        HeaderProperties headers = properties.headers();
        return new GateAnswers(
                gate,
                new GateHeaders(headers.version(), headers.latest(), headers.minimum()),
                properties.status(),
                properties.link(),
                use.since());
    }

    @Bean
    @ConditionalOnClass(name = WEB)
    @ConditionalOnBean(RenameModule.class)
    ClientViews clientViews(ObjectProvider<GateObserver> observers) {
        return new ClientViews(observers.orderedStream().toList());
    }
}

package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import dev.seamless.autoconfigure.quiet.ReactiveApplication;
import dev.seamless.json.RenameModule;
import dev.seamless.web.servlet.RequestJson;
import io.r2dbc.spi.ConnectionFactory;
import jakarta.persistence.EntityManagerFactory;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

/** Each boundary without the other, and both beside frameworks that they do not concern. */
@ExtendWith(OutputCaptureExtension.class)
class NeighboursTest {

    private static final AutoConfigurations OURS = AutoConfigurations.of(
            SeamlessAutoConfiguration.class,
            SeamlessHibernateAutoConfiguration.class,
            SeamlessJacksonAutoConfiguration.class,
            SeamlessWebMvcAutoConfiguration.class,
            JacksonAutoConfiguration.class);
    private static final String SCAN = "seamless.scan-packages=dev.seamless.autoconfigure.declared";

    @Test
    void withoutHibernateTheNamesInJsonAreKept() {
        new WebApplicationContextRunner()
                .withConfiguration(OURS)
                .withPropertyValues(SCAN)
                .withClassLoader(new FilteredClassLoader(SessionFactory.class, EntityManagerFactory.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(RenameModule.class)
                        .hasSingleBean(RequestJson.class)
                        .doesNotHaveBean(EntityManagerFactoryRenames.class));
    }

    @Test
    void withoutAWebStackTheColumnsAreKept() {
        new ApplicationContextRunner()
                .withConfiguration(OURS)
                .withPropertyValues(SCAN)
                .withClassLoader(new FilteredClassLoader(DispatcherServlet.class, JsonMapper.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(EntityManagerFactoryRenames.class)
                        .doesNotHaveBean(RenameModule.class)
                        .doesNotHaveBean(RequestJson.class));
    }

    @Test
    void isQuietBesideWebFluxAndR2dbc(CapturedOutput output) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ReactiveApplication.class)
                .web(WebApplicationType.REACTIVE)
                .run(
                        "--server.port=0",
                        "--" + SCAN,
                        "--spring.autoconfigure.exclude=" + HibernateJpaAutoConfiguration.class.getName(),
                        "--spring.r2dbc.url=r2dbc:h2:mem:///quiet")) {
            assertThat(context.getBeansOfType(ConnectionFactory.class)).hasSize(1);
            assertThat(context.getBean(Renames.class)).hasSize(3);
            assertThat(output.getOut()
                            .lines()
                            .filter(line -> line.contains("dev.seamless") || line.contains("d.seamless")))
                    .allMatch(line -> line.contains("INFO"));
        }
    }

    @Test
    void theBeansOfTheApplicationWin() {
        new WebApplicationContextRunner()
                .withConfiguration(OURS)
                .withPropertyValues(SCAN)
                .withUserConfiguration(OwnRenames.class)
                .run(context ->
                        assertThat(context.getBean(Renames.class)).allMatch(rename -> rename.api() == ApiPhase.BOTH));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRenames {

        @Bean
        Renames ownRenames() {
            return new Renames(Stream.of("note-text", "user-bio", "user-short")
                    .map(id -> new Rename(id, SchemaPhase.OLD, ApiPhase.BOTH))
                    .toList());
        }
    }
}

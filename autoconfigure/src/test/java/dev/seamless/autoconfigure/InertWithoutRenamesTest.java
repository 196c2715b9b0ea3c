package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.autoconfigure.plain.Note;
import dev.seamless.autoconfigure.plain.PlainApplication;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** An application that renames nothing, with the starter and without. */
class InertWithoutRenamesTest {

    private static final List<String> OURS =
            ImportCandidates.load(AutoConfiguration.class, null).getCandidates().stream()
                    .filter(each -> each.startsWith("dev.seamless"))
                    .toList();

    @Test
    void theStarterChangesNoStatementNoJsonAndNoBean() {
        Traits with = traits(List.of());
        Traits without = traits(OURS);
        assertThat(with.beans()).containsAllEntriesOf(without.beans());
        assertThat(with.beans().keySet())
                .filteredOn(bean -> !without.beans().containsKey(bean))
                .allMatch(bean -> List.of("gateFilter", "ungatedRequests").contains(bean)
                        || with.beans().get(bean).startsWith("dev.seamless"));
        assertThat(with.statements()).isNotEmpty().isEqualTo(without.statements());
        assertThat(with.json()).isEqualTo("{\"id\":null,\"text\":\"plain\"}").isEqualTo(without.json());
        assertThat(with.parts()).isEqualTo(without.parts()).allMatch(part -> !part.startsWith("dev.seamless"));
    }

    private static Traits traits(List<String> excluded) {
        // R2DBC, which other tests of this module need, would keep Boot from making a data source.
        String exclude =
                String.join(",", excluded) + ",org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration";
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PlainApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.autoconfigure.exclude=" + exclude,
                        "--spring.datasource.url=jdbc:h2:mem:plain",
                        "--spring.jpa.hibernate.ddl-auto=create-drop",
                        "--spring.jpa.open-in-view=false",
                        "--spring.main.web-application-type=servlet")) {
            return new Traits(beans(context), statements(context), json(context), parts(context));
        }
    }

    private static Map<String, String> beans(ConfigurableApplicationContext context) {
        Map<String, String> classes = new TreeMap<>();
        for (String name : context.getBeanDefinitionNames()) {
            classes.put(
                    name,
                    AopUtils.getTargetClass(context.getBean(name))
                            .getName()
                            .replaceAll("\\$\\$.*|\\$Proxy.*|Lambda.*", ""));
        }
        return classes;
    }

    private static List<String> statements(ConfigurableApplicationContext context) {
        EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            Note note = new Note();
            note.text = "one";
            entities.persist(note);
            entities.flush();
            note.text = "two";
            entities.flush();
            entities.createQuery("update Note set text = 'three'").executeUpdate();
            entities.createQuery("from Note", Note.class).getResultList();
            entities.remove(note);
            entities.getTransaction().commit();
        }
        return List.copyOf(context.getBean(PlainApplication.class).statements);
    }

    private static String json(ConfigurableApplicationContext context) {
        String port = context.getEnvironment().getProperty("local.server.port");
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/note")
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    /** The classes of those parts of the frameworks that Seamless replaces where there is a rename. */
    private static List<String> parts(ConfigurableApplicationContext context) {
        SessionFactoryImplementor factory =
                context.getBean(EntityManagerFactory.class).unwrap(SessionFactoryImplementor.class);
        Stream<Object> hibernate = Stream.of(
                factory.getServiceRegistry().requireService(MutationExecutorService.class),
                factory.getServiceRegistry().requireService(JdbcEnvironment.class));
        List<HttpMessageConverter<?>> converters =
                context.getBean(RequestMappingHandlerAdapter.class).getMessageConverters();
        return Stream.concat(hibernate, converters.stream())
                .map(part -> part.getClass().getName())
                .toList();
    }

    private record Traits(Map<String, String> beans, List<String> statements, String json, List<String> parts) {}
}

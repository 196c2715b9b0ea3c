package dev.seamless.neighbours.mapping.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.data.repository.Repository;

/** Projections of Spring Data, where the entity alone is renamed. A repository is made when the application starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectionTest {

    private ConfigurableApplicationContext context;
    private EntityManager entities;

    @BeforeAll
    void start() {
        context = new SpringApplicationBuilder(Accounts.class)
                .web(WebApplicationType.NONE)
                .run("--spring.datasource.url=jdbc:h2:mem:accounts", "--spring.jpa.hibernate.ddl-auto=create-drop");
        entities = context.getBean(EntityManagerFactory.class).createEntityManager();
        entities.getTransaction().begin();
        entities.persist(new Account());
        entities.getTransaction().commit();
    }

    @AfterAll
    void stop() {
        entities.close();
        context.close();
    }

    @Test
    void anInterfaceOfTheOldNameIsFoundOutWhenItIsQueried() {
        Interfaces views = repository(Interfaces.class);
        assertThatThrownBy(views::findAllBy).hasMessageContaining("bio");
    }

    @Test
    void aRecordOfTheOldNameIsFoundOutWhenItIsQueried() {
        Records views = repository(Records.class);
        assertThatThrownBy(views::findAllBy).hasMessageContaining("bio");
    }

    @Test
    void aQueryOfTheOldNameStopsTheStart() {
        assertThatThrownBy(() -> repository(Queries.class)).rootCause().hasMessageContaining("bio");
    }

    @Test
    void theNewNameIsProjected() {
        assertThat(repository(NewNames.class).findAllBy())
                .extracting(NewView::getDescription)
                .containsExactly("a text");
    }

    private <R> R repository(Class<R> type) {
        return new JpaRepositoryFactory(entities).getRepository(type);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Accounts {}

    interface OldView {
        String getBio();
    }

    interface NewView {
        String getDescription();
    }

    record OldRecord(String bio) {}

    interface Interfaces extends Repository<Account, Long> {
        List<OldView> findAllBy();
    }

    interface Records extends Repository<Account, Long> {
        List<OldRecord> findAllBy();
    }

    interface Queries extends Repository<Account, Long> {
        @Query("select a.bio from Account a")
        List<String> texts();
    }

    interface NewNames extends Repository<Account, Long> {
        List<NewView> findAllBy();
    }
}

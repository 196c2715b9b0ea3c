package dev.seamless.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;

@DataJpaTest(
        properties = {"seamless.renames.person-bio.schema=dual-write", "spring.jpa.hibernate.ddl-auto=create-drop"})
class DataJpaSliceTest {

    @Autowired
    private EntityManager entities;

    @Test
    void writesBothColumns() {
        Person person = new Person();
        person.description = "both";
        entities.persist(person);
        entities.flush();
        assertThat(entities.createNativeQuery("select bio, description from person")
                        .getSingleResult())
                .isEqualTo(new Object[] {"both", "both"});
    }
}

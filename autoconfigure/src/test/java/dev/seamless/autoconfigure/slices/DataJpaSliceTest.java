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

    @Autowired
    private PersonRepository people;

    @Test
    void writesBothColumns() {
        save("both");
        assertThat(columns()).isEqualTo(new Object[] {"both", "both"});
    }

    @Test
    void aModifyingQueryWritesBothColumnsAndADerivedOneFindsThem() {
        save("before");
        assertThat(people.describe("before", "after")).isEqualTo(1);
        assertThat(columns()).isEqualTo(new Object[] {"after", "after"});
        assertThat(people.findByDescription("after")).hasSize(1);
    }

    @Test
    void isInTheFleetLikeAnApplication() {
        assertThat(entities.createNativeQuery("select pair, phase from seamless_fleet")
                        .getSingleResult())
                .isEqualTo(new Object[] {"public.person (bio -> description)", "DUAL_WRITE"});
    }

    private void save(String description) {
        Person person = new Person();
        person.description = description;
        people.saveAndFlush(person);
    }

    private Object columns() {
        return entities.createNativeQuery("select bio, description from person").getSingleResult();
    }
}

package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import org.hibernate.SessionFactory;

/** An attribute of a mapped superclass: one pair for the table of each entity, and a getter that carries the annotation. */
final class MappedSuperclassCase implements MappingCase {

    @MappedSuperclass
    abstract static class Described {
        private Long id;
        private String description;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        @Renamed(id = RENAME, from = "bio")
        public String getDescription() {
            return description;
        }

        public void setDescription(String description) {
            this.description = description;
        }
    }

    @Entity(name = "Person")
    static class Person extends Described {}

    @Entity(name = "Place")
    static class Place extends Described {
        @Override
        public String getDescription() {
            return super.getDescription();
        }
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Person.class, Place.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> List.of(new Person(), new Place()).forEach(described -> {
            described.setId(1L);
            described.setDescription("one");
            session.persist(described);
        }));
        factory.inTransaction(session -> session.find(Place.class, 1L).setDescription("changed"));
        factory.inTransaction(session -> {
            assertThat(session.find(Person.class, 1L).getDescription()).isEqualTo("one");
            assertThat(session.find(Place.class, 1L).getDescription()).isEqualTo("changed");
        });
        assertThat(HibernateRenames.of(factory))
                .extracting(renamed -> renamed.pair().table().toLowerCase(java.util.Locale.ROOT))
                .containsExactlyInAnyOrder("person", "place");
    }
}

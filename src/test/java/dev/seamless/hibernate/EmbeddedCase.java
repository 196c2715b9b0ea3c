package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.SessionFactory;

/** An attribute of an embeddable, also of one within another. */
final class EmbeddedCase implements MappingCase {

    @Embeddable
    static class Geo {
        @Renamed(id = RENAME, from = "latitude")
        Integer north;

        Integer east;
    }

    @Embeddable
    static class Home {
        String road;

        @Renamed(id = RENAME, from = "town")
        String city;

        Geo geo;

        Home() {}

        Home(String road, String city, Integer north) {
            this.road = road;
            this.city = city;
            geo = new Geo();
            geo.north = north;
        }
    }

    @Entity(name = "Resident")
    static class Resident {
        @Id
        Long id;

        Home home;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Resident.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            for (long id = 1; id <= 3; id++) {
                Resident resident = new Resident();
                resident.id = id;
                resident.home = new Home("Road " + id, "City " + id, (int) id);
                session.persist(resident);
            }
        });
        factory.inTransaction(session -> session.find(Resident.class, 1L).home.city = "Moved");
        factory.inTransaction(session -> session.find(Resident.class, 2L).home = null);
        factory.inTransaction(session -> {
            session.createMutationQuery("update Resident r set r.home.geo.north = 5 where r.home.city = 'City 3'")
                    .executeUpdate();
            session.createMutationQuery("update Resident r set r.home = :home where r.id = 3")
                    .setParameter("home", new Home("R", "Whole", 7))
                    .executeUpdate();
        });
        factory.inTransaction(session -> {
            assertThat(session.find(Resident.class, 1L).home.city).isEqualTo("Moved");
            assertThat(session.find(Resident.class, 2L).home).isNull();
            assertThat(session.find(Resident.class, 3L).home.city).isEqualTo("Whole");
            assertThat(session.find(Resident.class, 3L).home.geo.north).isEqualTo(7);
        });
    }
}

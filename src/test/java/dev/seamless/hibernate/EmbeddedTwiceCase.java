package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.SessionFactory;

/** An embeddable that is used twice, with a rename of its own in each use. */
final class EmbeddedTwiceCase implements MappingCase {

    @Embeddable
    static class Address {
        String road;
        String zip;
    }

    @Entity(name = "Worker")
    static class Worker {
        @Id
        Long id;

        @Embedded
        @Renamed(id = RENAME, attribute = "road", from = "street")
        @Renamed(id = RENAME, attribute = "zip", fromColumn = "postcode")
        Address home;

        @Embedded
        @AttributeOverride(name = "road", column = @Column(name = "work_road"))
        @AttributeOverride(name = "zip", column = @Column(name = "work_zip"))
        @Renamed(id = RENAME, attribute = "road", fromColumn = "work_street")
        Address work;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Worker.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            Worker worker = new Worker();
            worker.id = 1L;
            worker.home = address("home");
            worker.work = address("work");
            session.persist(worker);
        });
        factory.inTransaction(session -> session.find(Worker.class, 1L).work.road = "changed");
        factory.inTransaction(session -> {
            assertThat(session.find(Worker.class, 1L).home.road).isEqualTo("home");
            assertThat(session.find(Worker.class, 1L).work.road).isEqualTo("changed");
        });
        assertThat(HibernateRenames.of(factory))
                .extracting(renamed -> renamed.attribute() + " "
                        + renamed.pair().oldColumn() + " " + renamed.pair().newColumn())
                .containsExactlyInAnyOrder(
                        "home.road street road", "home.zip postcode zip", "work.road work_street work_road");
    }

    private static Address address(String road) {
        Address address = new Address();
        address.road = road;
        address.zip = "zip " + road;
        return address;
    }
}

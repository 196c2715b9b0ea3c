package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;
import org.hibernate.annotations.SourceType;

/** Values that Hibernate or the database computes while writing, and locking by the columns that changed. */
final class GeneratedCase implements MappingCase {

    @DynamicUpdate
    @OptimisticLocking(type = OptimisticLockType.DIRTY)
    @Entity(name = "Stamped")
    static class Stamped {
        @Id
        Long id;

        @CreationTimestamp
        @Renamed(id = RENAME, from = "oldCreated")
        Instant created;

        @CurrentTimestamp(source = SourceType.DB)
        @Renamed(id = RENAME, from = "oldStamp")
        Instant stamp;

        @ColumnTransformer(read = "lower(code)", write = "upper(?)")
        @Renamed(id = RENAME, from = "oldCode")
        String code;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Stamped.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            Stamped stamped = new Stamped();
            stamped.id = 1L;
            stamped.code = "one";
            session.persist(stamped);
        });
        factory.inTransaction(session -> session.find(Stamped.class, 1L).code = "changed");
        factory.inTransaction(session -> {
            Stamped stamped = session.find(Stamped.class, 1L);
            assertThat(stamped.code).isEqualTo("changed");
            assertThat(stamped.created).isNotNull();
            assertThat(stamped.stamp).isNotNull();
        });
    }
}

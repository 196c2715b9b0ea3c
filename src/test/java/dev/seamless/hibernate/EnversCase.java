package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.Audited;
import org.hibernate.envers.query.AuditEntity;

/** Audit tables of Envers, which are pairs of their own. */
final class EnversCase implements MappingCase {

    @Embeddable
    static class Detail {
        @Renamed(id = RENAME, from = "remark")
        String note;
    }

    @Audited
    @Entity(name = "Audit")
    static class Audit {
        @Id
        Long id;

        @Renamed(id = RENAME, from = "bio")
        String description;

        Detail detail;

        @ManyToOne
        @Renamed(id = RENAME, from = "predecessor")
        Audit previous;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Audit.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            Audit audit = new Audit();
            audit.id = 1L;
            audit.description = "one";
            audit.detail = new Detail();
            audit.detail.note = "note";
            audit.previous = audit;
            session.persist(audit);
        });
        factory.inTransaction(session -> session.find(Audit.class, 1L).description = "two");
        factory.inTransaction(session -> session.find(Audit.class, 1L).detail.note = "changed");
        factory.inTransaction(session -> {
            AuditReader reader = AuditReaderFactory.get(session);
            assertThat(reader.find(Audit.class, 1L, 1).description).isEqualTo("one");
            assertThat(reader.find(Audit.class, 1L, 3).detail.note).isEqualTo("changed");
            assertThat(reader.find(Audit.class, 1L, 2).previous.id).isEqualTo(1L);
            assertThat(reader.createQuery()
                            .forRevisionsOfEntity(Audit.class, true, true)
                            .add(AuditEntity.property("description").eq("two"))
                            .getResultList())
                    .hasSize(2);
        });
        assertThat(HibernateRenames.of(factory)).hasSize(6);
    }
}

package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import dev.seamless.database.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.util.List;
import org.hibernate.SessionFactory;

/** Large objects: PostgreSQL keeps one of its own for each column, with equal content. */
final class LobCase implements MappingCase {

    @Entity(name = "Document")
    static class Document {
        @Id
        Long id;

        @Lob
        @Renamed(id = RENAME, from = "content")
        String body;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Document.class);
    }

    @Override
    public String comparable(String column, TestDatabase database) {
        return "(select case when " + column + " is null then null else 'large object' end)";
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            Document document = new Document();
            document.id = 1L;
            document.body = "x".repeat(10_000);
            session.persist(document);
        });
        factory.inTransaction(session -> session.find(Document.class, 1L).body = "y".repeat(10_000));
        factory.inTransaction(
                session -> assertThat(session.find(Document.class, 1L).body).isEqualTo("y".repeat(10_000)));
    }
}

package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;

/** Join columns, with the collection on the other side, and a plain attribute that reads the same column. */
final class AssociationCase implements MappingCase {

    @Entity(name = "Writer")
    static class Writer {
        @Id
        Long id;

        @OneToMany(mappedBy = "writer")
        List<Book> books = new ArrayList<>();
    }

    @Entity(name = "Book")
    static class Book {
        @Id
        Long id;

        @ManyToOne
        @Renamed(id = RENAME, from = "author")
        Writer writer;

        @jakarta.persistence.Column(name = "writer_id", insertable = false, updatable = false)
        Long writerId;

        @OneToOne
        @JoinColumn(name = "peer_id")
        @Renamed(id = RENAME, fromColumn = "buddy_id")
        Book peer;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Writer.class, Book.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            for (long id = 1; id <= 2; id++) {
                Writer writer = new Writer();
                writer.id = id;
                session.persist(writer);
            }
            Book book = new Book();
            book.id = 1L;
            book.writer = session.getReference(Writer.class, 1L);
            session.persist(book);
            Book second = new Book();
            second.id = 2L;
            second.peer = book;
            session.persist(second);
        });
        factory.inTransaction(session -> {
            assertThat(session.find(Writer.class, 1L).books).hasSize(1);
            assertThat(session.find(Book.class, 1L).writerId).isEqualTo(1L);
            session.find(Book.class, 1L).writer = session.find(Writer.class, 2L);
        });
        factory.inTransaction(
                session -> session.createMutationQuery("update Book b set b.writer = :writer where b.id = 2")
                        .setParameter("writer", session.getReference(Writer.class, 2L))
                        .executeUpdate());
        factory.inTransaction(session -> {
            assertThat(session.find(Book.class, 2L).peer.id).isEqualTo(1L);
            assertThat(session.createSelectionQuery("from Writer w join fetch w.books where w.id = 2", Writer.class)
                            .getSingleResult()
                            .books)
                    .hasSize(2);
            session.createMutationQuery("update Book b set b.writer = null where b.id = 1")
                    .executeUpdate();
        });
    }
}

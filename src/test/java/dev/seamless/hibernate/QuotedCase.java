package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import dev.seamless.database.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.Check;

/** Quoted names, a schema, and a check constraint that names the column. */
final class QuotedCase implements MappingCase {

    @Entity(name = "Ordered")
    @Table(name = "ordered", schema = "seamless_quoted")
    static class Ordered {
        @Id
        Long id;

        @Column(name = "\"order\"")
        @Renamed(id = RENAME, fromColumn = "\"group\"")
        Integer position;

        @Check(constraints = "amount > 0 and 'amount' = 'amount'")
        @Renamed(id = RENAME, from = "total")
        Integer amount;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Ordered.class);
    }

    @Override
    public boolean runsOn(TestDatabase database) {
        return database != TestDatabase.MARIADB; // has no schemas
    }

    @Override
    public String comparable(String column, TestDatabase database) {
        return column.equals("order") || column.equals("group") ? "\"" + column + "\"" : column;
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            Ordered ordered = new Ordered();
            ordered.id = 1L;
            ordered.position = 1;
            ordered.amount = 1;
            session.persist(ordered);
        });
        factory.inTransaction(session -> session.find(Ordered.class, 1L).position = 2);
        factory.inTransaction(session -> session.createMutationQuery("update Ordered o set o.position = o.position + 1")
                .executeUpdate());
        factory.inTransaction(
                session -> assertThat(session.find(Ordered.class, 1L).position).isEqualTo(3));
    }
}

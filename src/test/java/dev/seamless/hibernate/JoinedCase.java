package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.List;
import org.hibernate.SessionFactory;

/** Attributes of the root and of a subclass in a table each: queries write both tables by CTE or temporary table. */
final class JoinedCase implements MappingCase {

    @Entity(name = "Base")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Base {
        @Id
        Long id;

        @Column(name = "blurb")
        @Renamed(id = RENAME, fromColumn = "bio")
        String description;
    }

    @Entity(name = "Sub")
    static class Sub extends Base {
        @Column(name = "sub_blurb")
        @Renamed(id = RENAME, fromColumn = "sub_bio")
        String subDescription;

        String other;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Base.class, Sub.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> session.persist(sub(1, "one")));
        factory.inTransaction(session -> session.find(Sub.class, 1L).subDescription = "changed");
        factory.inTransaction(session -> {
            session.createMutationQuery("update Base b set b.description = 'root' where b.id = 1")
                    .executeUpdate();
            session.createMutationQuery("insert into Sub (id, description, subDescription, other)"
                            + " select s.id + 10, s.description, s.subDescription || '!', 'x' from Sub s")
                    .executeUpdate();
            session.createMutationQuery("insert into Sub (id, description, subDescription, other)"
                            + " values (20, 'values', :sub, 'y')")
                    .setParameter("sub", "sub values")
                    .executeUpdate();
            session.createMutationQuery(
                            "update Sub s set s.description = 'multi', s.subDescription = :sub where s.description = 'root'")
                    .setParameter("sub", "sub multi")
                    .executeUpdate();
            session.createMutationQuery("update Sub s set s.subDescription = upper(s.other) where s.id = 20")
                    .executeUpdate();
        });
        factory.inStatelessTransaction(session -> session.upsert(sub(30, "upserted")));
        factory.inTransaction(session -> {
            assertThat(session.find(Sub.class, 1L).description).isEqualTo("multi");
            assertThat(session.find(Sub.class, 11L).subDescription).isEqualTo("sub multi");
            assertThat(session.find(Sub.class, 20L).subDescription).isEqualTo("Y");
            assertThat(session.find(Sub.class, 30L).subDescription).isEqualTo("sub upserted");
            assertThat(session.createSelectionQuery("from Base b where b.description = 'values'", Base.class)
                            .getResultList())
                    .hasSize(1);
        });
    }

    private static Sub sub(long id, String description) {
        Sub sub = new Sub();
        sub.id = id;
        sub.description = description;
        sub.subDescription = "sub " + description;
        return sub;
    }
}

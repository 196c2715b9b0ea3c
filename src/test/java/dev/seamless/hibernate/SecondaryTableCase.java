package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import java.util.List;
import org.hibernate.SessionFactory;

/** An attribute in an optional secondary table, whose row goes and comes with its values. */
final class SecondaryTableCase implements MappingCase {

    @Entity(name = "Account")
    @SecondaryTable(name = "account_details")
    static class Account {
        @Id
        Long id;

        String name;

        @Column(table = "account_details", name = "blurb")
        @Renamed(id = RENAME, fromColumn = "bio")
        String description;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Account.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            session.persist(account(1, "one"));
            session.persist(account(2, null));
            session.persist(account(3, "three"));
        });
        factory.inTransaction(session -> session.find(Account.class, 1L).description = "changed");
        factory.inTransaction(session -> session.find(Account.class, 2L).description = "filled");
        factory.inTransaction(session -> session.find(Account.class, 3L).description = null);
        factory.inTransaction(session -> {
            session.createMutationQuery("update Account a set a.description = :all, a.name = 'x' where a.id < 3")
                    .setParameter("all", "all")
                    .executeUpdate();
            session.createMutationQuery("insert into Account (id, name, description) values (4, 'n', 'four')")
                    .executeUpdate();
        });
        factory.inStatelessTransaction(session -> session.upsert(account(5, "upserted")));
        factory.inTransaction(session -> {
            assertThat(session.createSelectionQuery("select a.description from Account a order by a.id", String.class)
                            .getResultList())
                    .containsExactly("all", "all", null, "four", "upserted");
        });
    }

    private static Account account(long id, String description) {
        Account account = new Account();
        account.id = id;
        account.description = description;
        return account;
    }
}

package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.Version;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.DynamicUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Factories in different phases, and sessions that race. */
class IsolationTest {

    @DynamicUpdate
    @Entity(name = "Counter")
    static class Counter {
        @Id
        Long id;

        @Version
        int version;

        String name;

        @Renamed(id = User.RENAME, from = "bio")
        String description;
    }

    @Test
    void factoriesOfOneProcessKeepTheirOwnPhases() {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            database.execute(
                    "create table users (id bigint primary key, name varchar, bio varchar, description varchar)");
            try (SessionFactory dual = open(database, SchemaPhase.DUAL_WRITE);
                    SessionFactory readNew = open(database, SchemaPhase.READ_NEW);
                    SessionFactory none = new TestFactory(database)
                            .with("hibernate.hbm2ddl.auto", "validate")
                            .map(NewUsers.Plain.class)
                            .build()) {
                dual.inTransaction(session -> {
                    RenamedUsers.Plain user = new RenamedUsers.Plain();
                    user.id = 1L;
                    user.description("one");
                    session.persist(user);
                });
                readNew.inTransaction(
                        session -> session.find(RenamedUsers.Plain.class, 1L).description("two"));
                dual.inTransaction(session -> assertThat(
                                session.find(RenamedUsers.Plain.class, 1L).description())
                        .isEqualTo("two"));
                none.inTransaction(
                        session -> session.find(NewUsers.Plain.class, 1L).description("three"));
                assertThat(TestFactory.log(none).statements()).noneMatch(sql -> sql.contains("bio"));
            }
        }
    }

    /** The other session must not write a stale other column: the failure of designs with a second attribute. */
    @ParameterizedTest
    @CsvSource({"H2, DUAL_WRITE", "H2, READ_NEW", "POSTGRESQL, DUAL_WRITE", "POSTGRESQL, READ_NEW"})
    void aRaceUnderDynamicUpdateLeavesTheColumnsEqual(TestDatabase database, SchemaPhase phase) {
        try (Users users =
                new Users(new TestFactory(database.open()).phase(User.RENAME, phase), RenamedUsers.Dynamic.class)) {
            users.persist("one");
            users.inTransaction(first -> {
                User stale = first.find(users.type(), 1L);
                users.change(user -> user.description("newer"));
                stale.name = "changed by the first";
            });
            assertThat(users.column("bio"))
                    .isEqualTo(users.column("description"))
                    .containsExactly("newer");
            assertThat(users.column("name")).containsExactly("changed by the first");
        }
    }

    @ParameterizedTest
    @CsvSource({"DUAL_WRITE", "READ_NEW"})
    void aRaceUnderAVersionIsDecidedForBothColumns(SchemaPhase phase) throws SQLException {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open();
                SessionFactory factory = new TestFactory(database)
                        .phase(User.RENAME, phase)
                        .map(Counter.class)
                        .build()) {
            factory.inTransaction(session -> {
                Counter counter = new Counter();
                counter.id = 1L;
                counter.description = "one";
                session.persist(counter);
            });
            try (Session loser = factory.openSession()) {
                loser.beginTransaction();
                loser.find(Counter.class, 1L).description = "loser";
                factory.inTransaction(winner -> winner.find(Counter.class, 1L).description = "winner");
                org.assertj.core.api.Assertions.assertThatThrownBy(loser::flush)
                        .isInstanceOf(OptimisticLockException.class);
                loser.getTransaction().rollback();
            }
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select bio, description from Counter")) {
                row.next();
                assertThat(List.of(row.getString(1), row.getString(2))).containsExactly("winner", "winner");
            }
        }
    }

    private static SessionFactory open(FreshDatabase database, SchemaPhase phase) {
        return new TestFactory(database)
                .with("hibernate.hbm2ddl.auto", "validate")
                .phase(User.RENAME, phase)
                .map(RenamedUsers.Plain.class)
                .build();
    }
}

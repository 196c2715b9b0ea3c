package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConvertingTest {

    private static final String RENAME = "person-age";

    /** Old: text such as "y8"; new: a number. Odd numbers above 1000 do not come back, negative ones have no old form. */
    static class Ages implements RenameConverter<String, Integer> {

        @Override
        public Integer toNew(String oldValue) {
            return Integer.valueOf(oldValue.substring(1));
        }

        @Override
        public String toOld(Integer newValue) {
            if (newValue < 0) {
                throw new IllegalArgumentException("secret " + newValue);
            }
            return "y" + (newValue > 1000 ? newValue / 2 * 2 : newValue);
        }
    }

    static class Days implements RenameConverter<Long, LocalDate> {

        @Override
        public LocalDate toNew(Long oldValue) {
            return LocalDate.ofEpochDay(oldValue);
        }

        @Override
        public Long toOld(LocalDate newValue) {
            return newValue.toEpochDay();
        }
    }

    @Entity(name = "Aged")
    static class Aged {
        @Id
        Long id;

        @Column(name = "age")
        @Renamed(id = RENAME, fromColumn = "age_text", converter = Ages.class)
        Integer age;

        @Column(name = "born")
        @Renamed(id = RENAME, fromColumn = "born_day", converter = Days.class)
        LocalDate born;

        String name;
    }

    static Stream<Arguments> cells() {
        return TestDatabase.all()
                .flatMap(database -> Stream.of(SchemaPhase.values()).map(phase -> Arguments.of(database, phase)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cells")
    void writesEachColumnInItsOwnForm(TestDatabase database, SchemaPhase phase) throws SQLException {
        try (FreshDatabase fresh = database.open();
                SessionFactory factory = open(fresh, phase)) {
            TestFactory.log(factory).clear();
            writeInEveryWay(factory);

            List<String> statements = TestFactory.log(factory).statements();
            new StatementRules(phase, "age_text", "age").check(statements);
            new StatementRules(phase, "born_day", "born").check(statements);
            if (phase.writesOld()) {
                assertThat(column(fresh, "age_text")).containsExactly("y8", null, "y10", "y12", "y13", "y30");
                assertThat(column(fresh, "born_day")).containsExactly("0", "0", null, null, null, "1");
            }
            if (phase.writesNew()) {
                assertThat(column(fresh, "age")).containsExactly("8", null, "10", "12", "13", "30");
                assertThat(column(fresh, "born"))
                        .containsExactly("1970-01-01", "1970-01-01", null, null, null, "1970-01-02");
            }
            factory.inTransaction(session -> {
                assertThat(session.find(Aged.class, 1L).age).isEqualTo(8);
                assertThat(session.createSelectionQuery("from Aged a where a.age = :age", Aged.class)
                                .setParameter("age", 13)
                                .getSingleResult()
                                .id)
                        .isEqualTo(5L);
            });
        }
    }

    private static void writeInEveryWay(SessionFactory factory) {
        factory.inTransaction(session -> {
            session.persist(aged(1, 7));
            session.persist(aged(2, 9));
        });
        factory.inTransaction(session -> session.find(Aged.class, 1L).age = 8);
        factory.inTransaction(session -> session.find(Aged.class, 2L).name = "other");
        factory.inTransaction(session -> {
            session.createMutationQuery("update Aged a set a.age = null where a.id = 2")
                    .executeUpdate();
            session.createMutationQuery("insert into Aged (id, age) values (3, 10), (4, :age)")
                    .setParameter("age", 11)
                    .executeUpdate();
            session.createMutationQuery("update Aged a set a.age = 12 where a.age = :age")
                    .setParameter("age", 11)
                    .executeUpdate();
            session.createMutationQuery("insert into Aged (id, age) values (5, :age)")
                    .setParameter("age", 13)
                    .executeUpdate();
        });
        factory.inStatelessTransaction(session -> {
            Aged upserted = aged(6, 30);
            upserted.born = LocalDate.ofEpochDay(1);
            session.upsert(upserted);
        });
        TestFactory.log(factory).clear();
        factory.inTransaction(session -> session.find(Aged.class, 1L).age = Integer.valueOf(8));
        assertThat(TestFactory.log(factory).statements()).as("a no-op flush").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DUAL_WRITE", "READ_NEW"})
    void refusesWhatDoesNotComeBackAndWritesNothing(SchemaPhase phase) throws SQLException {
        try (FreshDatabase fresh = TestDatabase.H2.open();
                SessionFactory factory = open(fresh, phase)) {
            assertRefused(factory, session -> session.persist(aged(1, 1001)));
            assertRefused(factory, session -> session.persist(aged(1, -4711)));
            factory.inTransaction(session -> session.persist(aged(1, 1)));
            assertRefused(factory, session -> session.find(Aged.class, 1L).age = 1001);
            assertRefused(
                    factory,
                    session -> session.createMutationQuery("update Aged a set a.age = :age")
                            .setParameter("age", 1001)
                            .executeUpdate());
            assertRefused(
                    factory,
                    session -> session.createMutationQuery("update Aged a set a.age = 1001")
                            .executeUpdate());
            assertRefused(
                    factory,
                    session -> session.createMutationQuery("update Aged a set a.age = coalesce(a.age, 1)")
                            .executeUpdate());
            assertThat(column(fresh, "age_text")).containsExactly("y1");
            assertThat(column(fresh, "age")).containsExactly("1");
        }
    }

    private static void assertRefused(SessionFactory factory, Consumer<Session> work) {
        assertThatThrownBy(() -> factory.inTransaction(work::accept)).satisfies(thrown -> {
            Throwable refused = thrown;
            while (!(refused instanceof RefusedException) && refused.getCause() != null) {
                refused = refused.getCause();
            }
            assertThat(refused)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("Aged.age")
                    .hasMessageContaining(RENAME);
            assertThat(thrown).hasStackTraceContaining(RENAME);
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                assertThat(t.getMessage()).doesNotContain("1001").doesNotContain("4711");
            }
        });
    }

    private static SessionFactory open(FreshDatabase database, SchemaPhase phase) {
        return new TestFactory(database).phase(RENAME, phase).map(Aged.class).build();
    }

    private static Aged aged(long id, int age) {
        Aged aged = new Aged();
        aged.id = id;
        aged.age = age;
        aged.born = LocalDate.EPOCH;
        aged.name = "name";
        return aged;
    }

    private static List<String> column(FreshDatabase database, String column) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + column + " from Aged order by id")) {
            List<String> values = new java.util.ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}

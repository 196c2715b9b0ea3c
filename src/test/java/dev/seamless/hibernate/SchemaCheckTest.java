package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCheckTest {

    static Stream<Arguments> failures() {
        return TestDatabase.all()
                .flatMap(database -> Stream.of("validate", "none")
                        .flatMap(action -> Stream.of(
                                Arguments.of(database, action, SchemaPhase.OLD, "bio", "retreat"),
                                Arguments.of(database, action, SchemaPhase.DUAL_WRITE, "bio", "retreat"),
                                Arguments.of(database, action, SchemaPhase.DUAL_WRITE, "description", "SQL"),
                                Arguments.of(database, action, SchemaPhase.READ_NEW, "bio", "retreat"),
                                Arguments.of(database, action, SchemaPhase.READ_NEW, "description", "expand"),
                                Arguments.of(database, action, SchemaPhase.NEW, "description", "expand"))));
    }

    @ParameterizedTest(name = "{0} {1} {2} lacks {3}")
    @MethodSource("failures")
    void saysWhatIsMissingAndTheSqlOrTheMoveThatMendsIt(
            TestDatabase database, String action, SchemaPhase phase, String missing, String remedy) {
        try (FreshDatabase fresh = database.open()) {
            String other = missing.equals("bio") ? "description" : "bio";
            fresh.execute("create table users (id bigint primary key, name varchar(255), " + other + " varchar(255))");
            TestFactory factory = factory(fresh, phase, action);

            assertThatThrownBy(factory::build)
                    .asInstanceOf(type(RefusedException.class))
                    .satisfies(refused -> {
                        assertThat(refused.description())
                                .contains(User.RENAME, phase.name(), missing, "missing", "users");
                        assertThat(refused.action()).contains(remedy);
                        assertThat(refused.action().contains("alter table")).isEqualTo(remedy.equals("SQL"));
                        fresh.execute(
                                remedy.equals("SQL")
                                        ? sql(refused)
                                        : "alter table users add column " + missing + " varchar(255)");
                    });
            try (SessionFactory mended = factory(fresh, phase, action).build()) {
                assertThat(mended.isOpen()).isTrue();
            }
        }
    }

    static Stream<Arguments> constraints() {
        return TestDatabase.all()
                .flatMap(database -> Stream.of(
                        Arguments.of(database, SchemaPhase.OLD, "description"),
                        Arguments.of(database, SchemaPhase.NEW, "bio")));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("constraints")
    void refusesAPhaseThatDoesNotWriteARequiredColumn(TestDatabase database, SchemaPhase phase, String idle) {
        try (FreshDatabase fresh = database.open()) {
            String other = idle.equals("bio") ? "description" : "bio";
            fresh.execute("create table users (id bigint primary key, name varchar(255), " + other + " varchar(255), "
                    + idle + " varchar(255) not null)");
            TestFactory factory = factory(fresh, phase, "none");

            assertThatThrownBy(factory::build)
                    .asInstanceOf(type(RefusedException.class))
                    .satisfies(refused -> {
                        assertThat(refused.description()).contains(User.RENAME, idle, "NOT NULL");
                        fresh.execute(sql(refused));
                    });
            try (SessionFactory mended = factory(fresh, phase, "none").build()) {
                assertThat(mended.isOpen()).isTrue();
            }
        }
    }

    /** The one statement of a remedy. */
    private static String sql(RefusedException refused) {
        return refused.action().substring(refused.action().indexOf(": ") + 2).replace(";", "");
    }

    private static TestFactory factory(FreshDatabase database, SchemaPhase phase, String action) {
        return new TestFactory(database)
                .with("hibernate.hbm2ddl.auto", action)
                .phase(User.RENAME, phase)
                .map(RenamedUsers.Plain.class);
    }
}

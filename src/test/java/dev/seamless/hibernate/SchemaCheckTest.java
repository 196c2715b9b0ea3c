package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.List;
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
                                Arguments.of(database, action, SchemaPhase.OLD, "description varchar(255)", "bio"),
                                Arguments.of(
                                        database, action, SchemaPhase.DUAL_WRITE, "bio varchar(255)", "description"),
                                Arguments.of(database, action, SchemaPhase.READ_NEW, "description varchar(255)", "bio"),
                                Arguments.of(database, action, SchemaPhase.NEW, "bio varchar(255)", "description"))));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @MethodSource("failures")
    void saysWhatIsMissingAndTheSqlThatMendsIt(
            TestDatabase database, String action, SchemaPhase phase, String column, String missing) {
        try (FreshDatabase fresh = database.open()) {
            fresh.execute("create table users (id bigint primary key, name varchar(255), " + column + ")");
            TestFactory factory = factory(fresh, phase, action);

            assertThatThrownBy(factory::build)
                    .asInstanceOf(type(RefusedException.class))
                    .satisfies(refused -> {
                        assertThat(refused.description())
                                .contains(User.RENAME, phase.name(), missing, "missing", "users");
                        mend(fresh, refused);
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
                        mend(fresh, refused);
                    });
            try (SessionFactory mended = factory(fresh, phase, "none").build()) {
                assertThat(mended.isOpen()).isTrue();
            }
        }
    }

    private static void mend(FreshDatabase database, RefusedException refused) {
        String sql = refused.action().substring(refused.action().indexOf(": ") + 2);
        List.of(sql.split(";")).forEach(database::execute);
    }

    private static TestFactory factory(FreshDatabase database, SchemaPhase phase, String action) {
        return new TestFactory(database)
                .with("hibernate.hbm2ddl.auto", action)
                .phase(User.RENAME, phase)
                .map(RenamedUsers.Plain.class);
    }
}

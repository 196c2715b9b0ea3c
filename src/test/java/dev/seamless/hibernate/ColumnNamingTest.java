package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
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
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnNamingTest {

    @Entity(name = "Person")
    static class Person {
        @Id
        Long id;

        @Renamed(id = "name", from = "displayName")
        String publicName;

        @Renamed(id = "text", fromColumn = "oldText")
        @Column(name = "newText", nullable = false, length = 40)
        String text;

        @Renamed(id = "explicit", from = "formerly")
        @Column(name = "explicitly")
        String explicit;

        @Renamed(id = "json", fromJson = "formerJson")
        String json;
    }

    @Entity(name = "Chained")
    static class Chained {
        @Id
        Long id;

        @Renamed(id = "first", from = "bio")
        @Renamed(id = "second", from = "description")
        String about;
    }

    @ParameterizedTest
    @EnumSource
    void createsTheColumnsThatThePhaseNeedsByTheNamingStrategy(SchemaPhase phase) {
        try (FreshDatabase database = TestDatabase.H2.open();
                SessionFactory factory = person(database, phase).build()) {
            assertThat(columns(database, "person"))
                    .contains("id", "explicitly", "json")
                    .doesNotContain("formerly", "former_json")
                    .satisfies(columns -> {
                        assertThat(columns.contains("display_name")).isEqualTo(phase.writesOld());
                        assertThat(columns.contains("public_name")).isEqualTo(phase.writesNew());
                        assertThat(columns.contains("old_text")).isEqualTo(phase.writesOld());
                        assertThat(columns.contains("new_text")).isEqualTo(phase.writesNew());
                    });
            assertThat(HibernateRenames.of(factory))
                    .extracting(RenamedColumn::attribute, RenamedColumn::pair)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(
                                    "publicName", new Pair(null, "person", "display_name", "public_name")),
                            org.assertj.core.groups.Tuple.tuple(
                                    "text", new Pair(null, "person", "old_text", "new_text")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DUAL_WRITE", "READ_NEW"})
    void createsTheOtherColumnNullable(SchemaPhase phase) throws SQLException {
        try (FreshDatabase database = TestDatabase.H2.open();
                SessionFactory factory = person(database, phase).build();
                Connection connection = database.connect();
                ResultSet columns = connection.getMetaData().getColumns(null, null, "PERSON", "%_TEXT")) {
            assertThat(factory.isOpen()).isTrue();
            while (columns.next()) {
                boolean old = columns.getString("COLUMN_NAME").equals("OLD_TEXT");
                assertThat(columns.getString("IS_NULLABLE")).isEqualTo(old == phase.readsOld() ? "NO" : "YES");
                assertThat(columns.getInt("COLUMN_SIZE")).isEqualTo(40);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OLD, OLD, bio",
        "DUAL_WRITE, OLD, bio description",
        "NEW, OLD, description",
        "NEW, READ_NEW, about description",
        "NEW, NEW, about"
    })
    void chainsTheRenamesOfOneAttribute(SchemaPhase first, SchemaPhase second, String expected) {
        try (FreshDatabase database = TestDatabase.H2.open();
                SessionFactory factory = new TestFactory(database)
                        .phase("first", first)
                        .phase("second", second)
                        .map(Chained.class)
                        .build()) {
            assertThat(factory.isOpen()).isTrue();
            assertThat(columns(database, "chained")).containsExactlyInAnyOrder((expected + " id").split(" "));
        }
    }

    @Test
    void leavesAFactoryWithoutRenamesAsItIs() {
        try (FreshDatabase database = TestDatabase.H2.open();
                var factory =
                        new TestFactory(database).map(NewUsers.Plain.class).build()) {
            assertThat(HibernateRenames.of(factory)).isEmpty();
            assertThat(factory.getServiceRegistry()
                            .requireService(org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService.class))
                    .isExactlyInstanceOf(
                            org.hibernate.engine.jdbc.mutation.internal.StandardMutationExecutorService.class);
            assertThat(factory.getJdbcServices().getJdbcEnvironment())
                    .isExactlyInstanceOf(org.hibernate.engine.jdbc.env.internal.JdbcEnvironmentImpl.class);
        }
    }

    private static TestFactory person(FreshDatabase database, SchemaPhase phase) {
        return new TestFactory(database)
                .with("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName())
                .phase("name", phase)
                .phase("text", phase)
                .phase("explicit", phase)
                .phase("json", phase)
                .map(Person.class);
    }

    private static List<String> columns(FreshDatabase database, String table) {
        try (Connection connection = database.connect();
                ResultSet columns = connection
                        .getMetaData()
                        .getColumns(null, null, table.toUpperCase(java.util.Locale.ROOT), null)) {
            List<String> names = new ArrayList<>();
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME").toLowerCase(java.util.Locale.ROOT));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.seamless.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored decides, not what a type or a collation calls equal. */
class ComparisonTest {

    static Stream<Arguments> values() {
        return Stream.concat(
                TestDatabase.all()
                        .flatMap(database -> Stream.of(
                                Arguments.of(database, "varchar(9)", "'Bob'", "'bob'"),
                                Arguments.of(database, "varchar(9)", "'a '", "'a'"),
                                Arguments.of(database, "int", "null", "1"),
                                Arguments.of(database, "int", "1", "null"))),
                Stream.of(
                        Arguments.of(TestDatabase.POSTGRESQL, "numeric", "1.50", "1.5"),
                        Arguments.of(TestDatabase.POSTGRESQL, "json", "'{}'", "'{ }'"),
                        Arguments.of(TestDatabase.POSTGRESQL, "interval", "'1 mon'", "'30 days'"),
                        Arguments.of(TestDatabase.POSTGRESQL, "numeric[]", "'{1.50}'", "'{1.5}'"),
                        Arguments.of(TestDatabase.POSTGRESQL, "text collate careless", "'Bob'", "'bob'"),
                        Arguments.of(TestDatabase.H2, "varchar_ignorecase(9)", "'Bob'", "'bob'")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void tellsApartWhatIsStoredApart(TestDatabase kind, String type, String one, String other) {
        try (FreshDatabase database = kind.open()) {
            if (type.contains("careless")) {
                database.execute(
                        "create collation careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
            }
            database.execute("create table users (id int primary key, bio %s, description %s)".formatted(type, type));
            database.execute("insert into users values (1, " + one + ", " + other + ")");
            database.execute("insert into users values (2, " + one + ", " + one + ")");
            database.execute("insert into users values (3, null, null)");
            Comparison comparison = Comparison.of(Walk.table(database, TableCase.PAIR), null);

            assertThat(ids(database, comparison.differ().orElseThrow())).containsExactly(1);
            assertThat(ids(database, comparison.same().orElseThrow())).containsExactly(2, 3);
        }
    }

    @Test
    void doesNotCompareLargeObjects() {
        assumeThat(TestDatabase.all()).contains(TestDatabase.POSTGRESQL);
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open()) {
            database.execute("create table users (id int primary key, bio oid, description oid)");

            assertThat(Comparison.of(Walk.table(database, TableCase.PAIR), null).same())
                    .isEmpty();
        }
    }

    private static List<Integer> ids(FreshDatabase database, String condition) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from users where " + condition + " order by id")) {
            Stream.Builder<Integer> ids = Stream.builder();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids.build().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(condition, e);
        }
    }
}

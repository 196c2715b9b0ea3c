package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of phases, mappings and databases. */
class MappingTest {

    static Stream<MappingCase> mappings() {
        return Stream.of(
                new EmbeddedCase(),
                new EmbeddedTwiceCase(),
                new MappedSuperclassCase(),
                new SingleTableCase(),
                new JoinedCase(),
                new SecondaryTableCase(),
                new TypesCase(),
                new LobCase(),
                new GeneratedCase(),
                new AssociationCase(),
                new ElementsCase(),
                new NaturalIdCase(),
                new QuotedCase(),
                new EnversCase());
    }

    static Stream<Arguments> cells() {
        return TestDatabase.all()
                .flatMap(database -> Stream.of(SchemaPhase.values())
                        .flatMap(phase -> mappings()
                                .filter(mapping -> mapping.runsOn(database))
                                .map(mapping -> Arguments.of(database, phase, mapping))));
    }

    @AfterAll
    static void printSize() {
        System.out.printf(
                "%d cells: %d phases x %d mappings x %d databases%n",
                cells().count(),
                SchemaPhase.values().length,
                mappings().count(),
                TestDatabase.all().count());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cells")
    void keepsBothColumnsEqualAndReadsOne(TestDatabase database, SchemaPhase phase, MappingCase mapping)
            throws SQLException {
        try (FreshDatabase fresh = database.open();
                SessionFactory factory = new TestFactory(fresh)
                        .phase(MappingCase.RENAME, phase)
                        .with("hibernate.hbm2ddl.create_namespaces", true)
                        .map(mapping.entities().toArray(Class<?>[]::new))
                        .build()) {
            TestFactory.log(factory).clear();
            mapping.write(factory);

            List<String> statements = TestFactory.log(factory).statements();
            for (RenamedColumn renamed : HibernateRenames.of(factory)) {
                Pair pair = renamed.pair();
                new StatementRules(phase, pair.oldColumn(), pair.newColumn()).check(statements);
                if (phase.writesBoth()) {
                    String differ = database.differ(
                            mapping.comparable(pair.oldColumn(), database),
                            mapping.comparable(pair.newColumn(), database));
                    assertThat(rows(fresh, pair, differ))
                            .as("rows of %s that differ", pair)
                            .isZero();
                    assertThat(rows(fresh, pair, "not (" + differ + ")"))
                            .as("rows of %s", pair)
                            .isPositive();
                }
            }
        }
    }

    private static long rows(FreshDatabase database, Pair pair, String condition) throws SQLException {
        String sql = "select count(*) from " + (pair.schema() == null ? "" : pair.schema() + ".") + pair.table()
                + " where " + condition;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

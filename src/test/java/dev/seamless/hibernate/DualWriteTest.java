package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.database.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of phases, paths and databases. */
class DualWriteTest {

    private static final Map<List<Object>, Users> OPEN = new HashMap<>();

    static Stream<Arguments> cells() {
        return TestDatabase.all()
                .flatMap(database -> Stream.of(SchemaPhase.values())
                        .flatMap(phase -> WritePath.all().map(path -> Arguments.of(database, phase, path))));
    }

    @AfterAll
    static void close() {
        System.out.printf(
                "%d cells: %d phases x %d paths x %d databases%n",
                cells().count(),
                SchemaPhase.values().length,
                WritePath.all().count(),
                TestDatabase.all().count());
        OPEN.values().forEach(Users::close);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cells")
    void keepsBothColumnsEqualAndReadsOne(TestDatabase database, SchemaPhase phase, WritePath path) {
        Users users = renamed(database, phase, path.family());
        path.write(users);

        new StatementRules(phase, "bio", "description").check(users.statements());
        if (phase.writesOld()) {
            assertThat(users.column("bio")).isEqualTo(path.descriptions());
        }
        if (phase.writesNew()) {
            assertThat(users.column("description")).isEqualTo(path.descriptions());
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cells")
    void issuesTheStatementsOfAnEntityMappedByHand(TestDatabase database, SchemaPhase phase, WritePath path) {
        Users renamed = renamed(database, phase, path.family());
        Users byHand = byHand(database, phase.readsOld() ? path.family().byHandOld : path.family().byHandNew);
        path.write(renamed);
        path.write(byHand);

        assertThat(renamed.preparedStatements()).isEqualTo(byHand.preparedStatements());
        if (phase.writesBoth()) {
            assertThat(renamed.statements()).hasSameSizeAs(byHand.statements());
        } else {
            assertThat(renamed.statements()).isEqualTo(byHand.statements());
        }
    }

    private static Users renamed(TestDatabase database, SchemaPhase phase, UserFamily family) {
        return OPEN.computeIfAbsent(
                        List.of(database, phase, family),
                        key -> new Users(new TestFactory(database.open()).phase(User.RENAME, phase), family.renamed))
                .empty();
    }

    private static Users byHand(TestDatabase database, Class<? extends User> twin) {
        return OPEN.computeIfAbsent(List.of(database, twin), key -> new Users(new TestFactory(database.open()), twin))
                .empty();
    }
}

package dev.seamless.schema;

import static dev.seamless.protocol.Migration.ALIGN;
import static dev.seamless.protocol.Migration.CONTRACT;
import static dev.seamless.protocol.Migration.EXPAND;
import static dev.seamless.protocol.Migration.LOOSEN;
import static dev.seamless.protocol.Migration.RELEASE;
import static dev.seamless.protocol.Migration.RETREAT;
import static dev.seamless.protocol.Migration.TIGHTEN;
import static dev.seamless.protocol.Migration.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.Pair;
import dev.seamless.TestSize;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated files, run by Flyway, on every database and every kind of table. */
class MigrationsTest {

    @TempDir
    private Path directory;

    static Stream<Arguments> cases() {
        return TestDatabase.all()
                .flatMap(database -> Stream.of(TableCase.values())
                        .filter(one -> one.isOn(database))
                        .map(one -> Arguments.of(database, one)));
    }

    static Stream<Arguments> casesOnceAndTwice() {
        return cases().flatMap(one -> (TestSize.isProof() ? Stream.of(false, true) : Stream.of(true))
                .map(twice -> Arguments.of(one.get()[0], one.get()[1], twice)));
    }

    private Walk begin(FreshDatabase database, TestDatabase kind, TableCase table, boolean twice) {
        table.statements(kind, "bio").forEach(database::execute);
        return new Walk(database, directory, TableCase.PAIR, table.change(kind), twice);
    }

    private static List<String> shape(TestDatabase kind, TableCase table, String column) {
        try (FreshDatabase database = kind.open()) {
            table.statements(kind, column).forEach(database::execute);
            return Shape.of(Walk.table(database, TableCase.PAIR));
        }
    }

    /** There and back again, what computes with a converted column computes through the converter twice. */
    private static void assertIsAsInTheBeginning(Table walked, TestDatabase kind, TableCase table) {
        Predicate<String> computes = line ->
                table == TableCase.CONVERTED && (line.startsWith("check") || line.startsWith("column column[name=bio"));
        assertThat(Shape.of(walked).stream().filter(computes.negate()))
                .containsExactlyElementsOf(shape(kind, table, "bio").stream()
                        .filter(computes.negate())
                        .toList());
    }

    /** On a file that is run a second time nothing changes: a retry after a failure is safe. */
    @ParameterizedTest
    @MethodSource("casesOnceAndTwice")
    void theWayForthEndsAtATableThatAlwaysHadTheNewName(TestDatabase kind, TableCase table, boolean twice) {
        try (FreshDatabase database = kind.open()) {
            Walk walk = begin(database, kind, table, twice);

            Table expanded = walk.migrate(EXPAND);
            assertThat(expanded.constrained("description")).isFalse();
            assertThat(expanded.column("description").orElseThrow().nullable()).isTrue();

            database.execute(table.fill(kind, true));
            Table aligned = walk.migrate(ALIGN);
            assertThat(aligned.sealed()).isTrue();
            assertThat(new Twins(aligned, aligned.oldColumn(), aligned.newColumn(), table.change(kind)).named())
                    .isEmpty();

            Table released = walk.migrate(RELEASE);
            assertThat(released.sealed()).isFalse();
            assertThat(released.constrained("bio")).isFalse();
            assertThat(Shape.of(released, "bio")).noneMatch(line -> line.contains("foreign key"));

            assertThat(Shape.of(walk.migrate(CONTRACT))).isEqualTo(shape(kind, table, "description"));
        }
    }

    @ParameterizedTest
    @MethodSource("casesOnceAndTwice")
    void theWayBackAfterContractEndsAtTheTableOfTheBeginning(TestDatabase kind, TableCase table, boolean twice) {
        try (FreshDatabase database = kind.open()) {
            Walk walk = begin(database, kind, table, false);
            walk.migrate(EXPAND);
            database.execute(table.fill(kind, true));
            Stream.of(ALIGN, RELEASE, CONTRACT).forEach(walk::migrate);

            Walk back = new Walk(database, directory, TableCase.PAIR, table.change(kind), twice);
            Table retreated = back.migrate(RETREAT);
            assertThat(retreated.constrained("bio")).isFalse();

            database.execute(table.fill(kind, false));
            back.migrate(TIGHTEN);
            Table loosened = back.migrate(LOOSEN);
            assertThat(loosened.constrained("description")).isFalse();

            assertIsAsInTheBeginning(back.migrate(WITHDRAW), kind, table);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWayBackAfterReleaseEndsAtTheTableOfTheBeginning(TestDatabase kind, TableCase table) {
        try (FreshDatabase database = kind.open()) {
            Walk walk = begin(database, kind, table, false);
            walk.migrate(EXPAND);
            database.execute(table.fill(kind, true));
            Stream.of(ALIGN, RELEASE, TIGHTEN, LOOSEN).forEach(walk::migrate);

            assertIsAsInTheBeginning(walk.migrate(WITHDRAW), kind, table);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWayBackAfterAlignTakesTheSealAway(TestDatabase kind, TableCase table) {
        try (FreshDatabase database = kind.open()) {
            Walk walk = begin(database, kind, table, false);
            walk.migrate(EXPAND);
            database.execute(table.fill(kind, true));
            walk.migrate(ALIGN);

            Table loosened = walk.migrate(LOOSEN);

            assertThat(loosened.sealed()).isFalse();
            assertThat(loosened.constrained("description")).isFalse();
            assertIsAsInTheBeginning(walk.migrate(WITHDRAW), kind, table);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSealRefusesAWriterOfOneColumn(TestDatabase kind, TableCase table) {
        try (FreshDatabase database = kind.open()) {
            Walk walk = begin(database, kind, table, false);
            walk.migrate(EXPAND);
            database.execute(table.fill(kind, true));
            walk.migrate(ALIGN);

            assertThatThrownBy(() -> database.execute("update users set bio = null"))
                    .isInstanceOf(IllegalStateException.class);
            database.execute("update users set bio = bio, description = description");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void twoRenamesOnOneTableMoveBesideEachOther(TestDatabase kind) {
        String create = "create table users (id int primary key, @ varchar(9) not null, # varchar(9),"
                + " constraint users_@_# check (@ <> #), constraint users_@_key unique (@))";
        Pair bio = TableCase.PAIR;
        Pair motto = new Pair(null, "users", "motto", "slogan");
        try (FreshDatabase database = kind.open();
                FreshDatabase renamed = kind.open()) {
            database.execute(create.replace("@", "bio").replace("#", "motto"));
            database.execute("insert into users values (1, 'a', 'b'), (2, 'c', null)");
            renamed.execute(create.replace("@", "description").replace("#", "slogan"));
            Walk one = new Walk(database, directory, bio, null, false);
            Walk other = new Walk(database, directory, motto, null, false);

            one.migrate(EXPAND);
            other.migrate(EXPAND);
            database.execute("update users set description = bio, slogan = motto");
            one.migrate(ALIGN);
            other.migrate(ALIGN);
            assertThat(one.table().sealed()).isTrue();
            assertThat(other.table().sealed()).isTrue();
            one.migrate(RELEASE);
            one.migrate(CONTRACT);
            other.migrate(RELEASE);
            other.migrate(CONTRACT);

            assertThat(Shape.of(one.table())).isEqualTo(Shape.of(Walk.table(renamed, bio)));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void namesThatStandInQuotesStayAsTheyAre(TestDatabase kind) {
        String create =
                "create table 'Order' ('Id' int primary key, '@' int default 1 not null, constraint 'Order @' unique ('@'),"
                        + " constraint 'Check' check ('@' > 0))";
        Pair pair = new Pair(null, "Order", "Value", "Net Amount");
        try (FreshDatabase database = kind.open();
                FreshDatabase renamed = kind.open()) {
            database.execute(quoted(kind, create.replace("@", "Value")));
            renamed.execute(quoted(kind, create.replace("@", "Net Amount")));
            Walk walk = new Walk(database, directory, pair, null, true);

            Stream.of(EXPAND, ALIGN, RELEASE, CONTRACT).forEach(walk::migrate);

            assertThat(Shape.of(walk.table())).isEqualTo(Shape.of(Walk.table(renamed, pair)));
        }
    }

    private static String quoted(TestDatabase kind, String sql) {
        return sql.replace('\'', kind == TestDatabase.MARIADB ? '`' : '"');
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aTableOfAnotherSchemaIsNamedWithIt(TestDatabase kind) {
        String schema = "crm_" + System.nanoTime();
        String create = "create table " + schema
                + ".users (id int primary key, @ varchar(9) not null unique, check (@ <> 'x'))";
        Pair pair = new Pair(schema, "users", "bio", "description");
        try (FreshDatabase database = kind.open()) {
            database.execute("create schema " + schema);
            database.execute(create.replace("@", "bio"));
            database.execute("create index users_bio on " + schema + ".users (bio, id)");
            Walk walk = new Walk(database, directory, pair, null, true);
            List<String> before = Shape.of(walk.table());

            Stream.of(EXPAND, ALIGN, RELEASE, CONTRACT).forEach(walk::migrate);

            assertThat(Shape.of(walk.table()))
                    .containsExactlyInAnyOrderElementsOf(before.stream()
                            .map(line -> line.replace("bio", "description"))
                            .toList());
            database.execute("drop schema " + schema + (kind == TestDatabase.MARIADB ? "" : " cascade"));
        }
    }
}

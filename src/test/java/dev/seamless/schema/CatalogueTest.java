package dev.seamless.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seamless.Pair;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.schema.Dependent.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final Pair USERS = new Pair(null, "users", "bio", "description");

    private static Table read(FreshDatabase database, Pair pair) {
        try (Connection connection = database.connect()) {
            return new Catalogue(connection).table(pair).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Table users(TestDatabase kind, String... statements) {
        try (FreshDatabase database = kind.open()) {
            List.of(statements).forEach(database::execute);
            return read(database, USERS);
        }
    }

    static List<TestDatabase> databases() {
        return TestDatabase.all().toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsTableAndColumnsAsTheDatabaseFoldsThem(TestDatabase kind) {
        Table table = users(kind, "create table users (id bigint primary key, bio varchar(280))");

        assertThat(table.has("bio")).isTrue();
        assertThat(table.has("BIO")).isTrue();
        assertThat(table.has("description")).isFalse();
        assertThat(table.primaryKey()).hasSize(1).first().asString().isEqualToIgnoringCase("id");
        assertThat(table.newColumn()).isEqualTo(kind == TestDatabase.H2 ? "DESCRIPTION" : "description");
        assertThat(table.name().name()).isEqualToIgnoringCase("users");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsNamesThatStandInQuotes(TestDatabase kind) throws SQLException {
        String mark = kind == TestDatabase.MARIADB ? "`" : "\"";
        try (FreshDatabase database = kind.open()) {
            database.execute("create table 'Order' ('Id' bigint primary key, 'Value' int)".replace("'", mark));
            Table table = read(database, new Pair(null, "Order", "Value", "Amount"));

            assertThat(table.name().name()).isEqualTo("Order");
            assertThat(table.oldColumn()).isEqualTo("Value");
            assertThat(table.newColumn()).isEqualTo("Amount");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTableThatIsNotThereIsEmpty(TestDatabase kind) throws SQLException {
        try (FreshDatabase database = kind.open();
                Connection connection = database.connect()) {
            assertThat(new Catalogue(connection).table(USERS)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void readsWhatAColumnIs(TestDatabase kind) {
        Table table = users(
                kind,
                "create table users (id bigint primary key, bio varchar(280) default 'none' not null, born date)",
                kind == TestDatabase.MARIADB
                        ? "alter table users modify column bio varchar(280) default 'none' not null comment 'who'"
                        : "comment on column users.bio is 'who'");
        Column bio = table.column("bio").orElseThrow();
        Column born = table.column("born").orElseThrow();

        assertThat(bio.type()).isIn("varchar(280)", "character varying(280)");
        assertThat(bio.defaultValue()).isIn("'none'", "'none'::character varying");
        assertThat(bio.volatileDefault()).isFalse();
        assertThat(bio.nullable()).isFalse();
        assertThat(bio.comment()).isEqualTo("who");
        assertThat(bio.equality()).isEqualTo(kind == TestDatabase.MARIADB ? Equality.IMAGE : Equality.VALUE);
        assertThat(born.type()).isEqualTo("date");
        assertThat(born.defaultValue()).isNull();
        assertThat(born.nullable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void tellsWhichColumnsAreConstrained(TestDatabase kind) {
        Table table = users(
                kind,
                "create table teams (id int primary key)",
                "create table users (id bigint not null, needed int not null, given int default 1 not null, free int,"
                        + " one int unique, single_index int, team_id int, low int, high int, plain int,"
                        + " primary key (id), constraint users_team foreign key (team_id) references teams (id),"
                        + " constraint users_range check (low < high))",
                "create unique index users_single on users (single_index)",
                "create index users_plain on users (plain)");

        assertThat(constrained(table))
                .isEqualTo(new TreeMap<>(Map.of(
                        "id", true,
                        "needed", true,
                        "given", false,
                        "free", false,
                        "one", true,
                        "single_index", true,
                        "team_id", true,
                        "low", true,
                        "high", true,
                        "plain", false)));
        assertThat(table.constrained("nowhere")).isFalse();
    }

    private static Map<String, Boolean> constrained(Table table) {
        Map<String, Boolean> found = new TreeMap<>();
        table.columns()
                .forEach(column -> found.put(column.name().toLowerCase(Locale.ROOT), table.constrained(column.name())));
        return found;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void seesTheSeal(TestDatabase kind) {
        String same = kind == TestDatabase.MARIADB ? "bio <=> description" : "bio is not distinct from description";
        String create = "create table users (id bigint primary key, bio varchar(9), description varchar(9))";
        Table open = users(kind, create);
        Table sealed = users(kind, create, "alter table users add constraint users_bio_seal check (" + same + ")");

        assertThat(open.sealed()).isFalse();
        assertThat(open.constrained("bio")).isFalse();
        assertThat(sealed.sealed()).isTrue();
        assertThat(sealed.constrained("bio")).isTrue();
        assertThat(sealed.constrained("description")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void readsForeignKeysBothWays(TestDatabase kind) {
        Table table = users(
                kind,
                "create table teams (id int primary key)",
                "create table users (id int primary key, bio int, constraint up foreign key (bio) references teams (id) on delete"
                        + " cascade)",
                "create table posts (id int primary key, author int, constraint down foreign key (author) references users (id)"
                        + " on delete set null)");

        assertThat(table.foreignKeys())
                .extracting(
                        key -> key.name().toLowerCase(Locale.ROOT), ForeignKey::onDelete, ForeignKey::changesItsColumns)
                .containsExactlyInAnyOrder(tuple("up", "cascade", false), tuple("down", "set null", true));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsViewsAndGeneratedColumns(TestDatabase kind) {
        Table table = users(
                kind,
                "create table users (id int primary key, bio varchar(9), description varchar(9), size int"
                        + (kind == TestDatabase.H2
                                ? " generated always as (char_length(bio)))"
                                : " generated always as (char_length(bio)) stored)"),
                "create view old_view as select u.id, u.bio from users u",
                "create view moved_view as select id, description as bio from users",
                "create view other_view as select id from users");

        assertThat(table.dependents())
                .filteredOn(one -> one.columns().stream().anyMatch(table.oldColumn()::equals))
                .extracting(Dependent::kind)
                .containsExactlyInAnyOrder(Kind.VIEW, Kind.GENERATED_COLUMN);
        assertThat(table.dependents())
                .filteredOn(one -> one.kind() == Kind.VIEW && one.columns().contains(table.newColumn()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"POSTGRESQL", "POSTGRESQL_18", "MARIADB"})
    void findsTriggersByTheirText(TestDatabase kind) {
        assumeThat(databases()).contains(kind);
        String create = "create table users (id int primary key, bio varchar(9), description varchar(9))";
        Table table = kind == TestDatabase.MARIADB
                ? users(
                        kind,
                        create,
                        "create trigger short_bio before insert on users for each row set new.bio = trim(new.bio)",
                        "create trigger other before update on users for each row set new.id = old.id")
                : users(
                        kind,
                        create,
                        "create function shorten() returns trigger language plpgsql as $$ begin new.bio := trim(new.bio); return new;"
                                + " end $$",
                        "create function keep() returns trigger language plpgsql as $$ begin new.id := old.id; /* new.bio */ return"
                                + " new; end $$",
                        "create trigger short_bio before insert on users for each row execute function shorten()",
                        "create trigger other before update on users for each row execute function keep()");

        assertThat(table.dependents())
                .filteredOn(one -> one.columns().contains("bio"))
                .containsExactly(new Dependent(Kind.TRIGGER, "short_bio", List.of("bio")));
    }

    @ParameterizedTest
    @CsvSource({
        "varchar(9), VALUE",
        "varchar(9) collate \"C\", VALUE",
        "'numeric(5, 2)', VALUE",
        "numeric, IMAGE",
        "json, IMAGE",
        "int[], IMAGE",
        "oid, NONE",
        "timestamptz, VALUE",
    })
    void tellsHowValuesOfPostgreSqlAreCompared(String type, Equality expected) {
        Table table = users(TestDatabase.POSTGRESQL, "create table users (id int primary key, bio " + type + ")");

        assertThat(table.column("bio").orElseThrow().equality()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("volatileDefaults")
    void tellsVolatileDefaults(TestDatabase kind, String type, String value, boolean expected) {
        assumeThat(databases()).contains(kind);
        Table table = users(kind, "create table users (id int primary key, bio " + type + " default " + value + ")");

        assertThat(table.column("bio").orElseThrow().volatileDefault()).isEqualTo(expected);
    }

    static List<Object[]> volatileDefaults() {
        return List.of(
                new Object[] {TestDatabase.POSTGRESQL, "timestamptz", "now()", false},
                new Object[] {TestDatabase.POSTGRESQL, "timestamptz", "clock_timestamp()", true},
                new Object[] {TestDatabase.POSTGRESQL, "uuid", "gen_random_uuid()", true},
                new Object[] {TestDatabase.POSTGRESQL, "text", "upper(random()::text)", true},
                new Object[] {TestDatabase.POSTGRESQL, "text", "upper('x')", false},
                new Object[] {TestDatabase.MARIADB, "datetime", "current_timestamp", false},
                new Object[] {TestDatabase.MARIADB, "varchar(36)", "uuid()", true},
                new Object[] {TestDatabase.H2, "uuid", "random_uuid()", true},
                new Object[] {TestDatabase.H2, "timestamp", "current_timestamp", false});
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"POSTGRESQL", "POSTGRESQL_18"})
    void readsWhatPostgreSqlAloneHas(TestDatabase kind) {
        assumeThat(databases()).contains(kind);
        Table table = users(
                kind,
                "create table users (id int, bio text, region text, primary key (id, region)) partition by list (region)",
                "create table users_eu partition of users for values in ('eu')",
                "create index users_lower on users (lower(bio)) where region <> 'xx'",
                "grant select (bio), update (bio) on users to public",
                "alter table users add constraint later check (bio <> '') not valid");

        assertThat(table.partitions().key()).containsExactly("region");
        assertThat(table.partitions().tables()).extracting(TableName::name).containsExactly("users_eu");
        assertThat(table.primaryKey()).containsExactly("id", "region");
        assertThat(table.indexes())
                .singleElement()
                .satisfies(index -> assertThat(index.definition())
                        .isEqualTo("using btree (lower(bio)) WHERE (region <> 'xx'::text)"));
        assertThat(table.column("bio").orElseThrow().grants())
                .containsExactly(new Grant("select", "public", false), new Grant("update", "public", false));
        assertThat(table.constraints())
                .filteredOn(one -> one.name().equals("later"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.validated()).isFalse();
                    assertThat(one.definition()).isEqualTo("CHECK ((bio <> ''::text))");
                });
    }
}

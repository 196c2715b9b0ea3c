package dev.seamless.schema;

import static dev.seamless.protocol.Migration.ALIGN;
import static dev.seamless.protocol.Migration.CONTRACT;
import static dev.seamless.protocol.Migration.EXPAND;
import static dev.seamless.protocol.Migration.RELEASE;
import static dev.seamless.protocol.Migration.RETREAT;
import static dev.seamless.protocol.Migration.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seamless.RefusedException;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import dev.seamless.protocol.Migration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be handled is refused with the whole list, and each entry with what to do. */
class ObstaclesTest {

    private static final String BOTH = "create table users (id int primary key, bio int, description int)";

    private static Arguments refused(
            TestDatabase kind, Migration migration, String what, String remedy, String... sql) {
        return Arguments.of(kind, migration, what, remedy, List.of(sql));
    }

    static Stream<Arguments> refusals() {
        return Stream.concat(TestDatabase.all().flatMap(ObstaclesTest::everywhere), onPostgreSql());
    }

    private static Stream<Arguments> everywhere(TestDatabase kind) {
        return Stream.of(
                refused(kind, EXPAND, "is not there", "not its next move", "create table users (id int primary key)"),
                refused(kind, EXPAND, "is there already", "run its files again", BOTH),
                refused(kind, RETREAT, "is there already", "run its files again", BOTH),
                refused(
                        kind,
                        ALIGN,
                        "is not there",
                        "not its next move",
                        "create table users (id int primary key, bio int)"),
                refused(kind, EXPAND, "no primary key", "Add a primary key", "create table users (id int, bio int)"),
                refused(
                        kind,
                        RETREAT,
                        "no primary key",
                        "Add a primary key",
                        "create table users (id int, description int)"),
                refused(
                        kind,
                        EXPAND,
                        "part of the primary key",
                        "another primary key",
                        "create table users (bio int primary key)"),
                refused(
                        kind,
                        EXPAND,
                        "makes the value of",
                        "Let the application write it",
                        "create table users (id int primary key, bio int generated always as (id + 1)"
                                + (kind == TestDatabase.H2 ? ")" : " stored)")),
                refused(
                        kind,
                        EXPAND,
                        "on delete set null",
                        "Replace its action",
                        "create table teams (id int primary key)",
                        "create table users (id int primary key, bio int, foreign key (bio) references teams (id) on delete set"
                                + " null)"),
                refused(
                        kind,
                        EXPAND,
                        "on update cascade",
                        "Replace its action",
                        "create table teams (id int primary key)",
                        "create table users (id int primary key, bio int, foreign key (bio) references teams (id) on update"
                                + " cascade)"),
                refused(
                        kind,
                        RELEASE,
                        "lacks what",
                        "align migration",
                        BOTH,
                        "alter table users add constraint positive check (bio > 0)"),
                refused(kind, RELEASE, "view", "Make the view read", BOTH, "create view bios as select bio from users"),
                refused(
                        kind,
                        CONTRACT,
                        "view",
                        "Make the view read",
                        BOTH,
                        "create view bios as select bio, description from users"),
                refused(
                        kind,
                        CONTRACT,
                        "still carries constraints",
                        "release migration",
                        "create table users (id int primary key, bio int unique, description int)"),
                refused(
                        kind,
                        WITHDRAW,
                        "still carries constraints",
                        "loosen migration",
                        "create table users (id int primary key, bio int, description int not null)"),
                refused(
                        kind,
                        CONTRACT,
                        "has no index like",
                        "Create it",
                        BOTH,
                        "create index users_bio on users (bio)"),
                refused(
                        kind,
                        RELEASE,
                        "generated column",
                        "computed from",
                        "create table users (id int primary key, bio int, description int, twice int generated always as (bio * 2)"
                                + (kind == TestDatabase.H2 ? ")" : " stored)")));
    }

    private static Stream<Arguments> onPostgreSql() {
        String trigger =
                "create function shorten() returns trigger language plpgsql as $$ begin new.bio := 1; return new; end $$";
        return Stream.of(
                refused(
                        TestDatabase.POSTGRESQL,
                        EXPAND,
                        "gives another value each time",
                        "Drop the default",
                        "create table users (id int primary key, bio uuid default gen_random_uuid())"),
                refused(
                        TestDatabase.POSTGRESQL,
                        EXPAND,
                        "gives another value each time",
                        "Drop the default",
                        "create table users (id int primary key, bio serial)"),
                refused(
                        TestDatabase.POSTGRESQL,
                        EXPAND,
                        "decides into which partition",
                        "cannot be moved",
                        "create table users (id int, bio int) partition by list (bio)"),
                refused(
                        TestDatabase.POSTGRESQL,
                        EXPAND,
                        "is a partition, or inherits",
                        "Map the partitioned table",
                        "create table all_users (id int, bio int) partition by list (id)",
                        "create table users partition of all_users default"),
                refused(
                        TestDatabase.POSTGRESQL,
                        EXPAND,
                        "inherit from it",
                        "by hand",
                        "create table users (id int, bio int)",
                        "create table more_users () inherits (users)"),
                refused(
                        TestDatabase.POSTGRESQL,
                        ALIGN,
                        "trigger shorten",
                        "both columns alike",
                        BOTH,
                        trigger,
                        "create trigger shorten before insert on users for each row execute function shorten()"),
                refused(
                        TestDatabase.POSTGRESQL,
                        ALIGN,
                        "exclusion constraint",
                        "alter table users add constraint users_description_apart EXCLUDE USING btree (description WITH =);",
                        BOTH,
                        "alter table users add constraint users_bio_apart exclude using btree (bio with =)"),
                refused(
                        TestDatabase.POSTGRESQL,
                        RELEASE,
                        "policy mine",
                        "Make the policy read",
                        BOTH,
                        "create policy mine on users using (bio > 0)"),
                refused(
                        TestDatabase.POSTGRESQL,
                        RELEASE,
                        "publication",
                        "into the publication",
                        BOTH,
                        "create publication \"pub_%s\" for table users (id, bio)".formatted(System.nanoTime())),
                refused(
                        TestDatabase.POSTGRESQL,
                        RELEASE,
                        "replica identity",
                        "be the replica identity",
                        "create table users (id int primary key, bio int not null, description int not null)",
                        "create unique index users_bio on users (bio)",
                        "create unique index users_description on users (description)",
                        "alter table users replica identity using index users_bio"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(TestDatabase kind, Migration migration, String what, String remedy, List<String> statements) {
        assumeThat(TestDatabase.all()).contains(kind);
        try (FreshDatabase database = kind.open()) {
            statements.forEach(database::execute);
            Migrations migrations = new Migrations(Walk.table(database, TableCase.PAIR));

            assertThatThrownBy(() -> migrations.files(migration))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> {
                        assertThat(refused.description())
                                .startsWith(
                                        "The migration " + migration + " of users (bio -> description) is refused: ")
                                .containsIgnoringCase(what);
                        assertThat(refused.action()).containsIgnoringCase(remedy);
                    });
        }
    }

    @Test
    void refusesWithTheWholeList() {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            database.execute("create table teams (id int primary key)");
            database.execute("create table users (bio int default rand() primary key, constraint ours foreign key (bio)"
                    + " references teams (id) on delete set null)");
            Migrations migrations = new Migrations(Walk.table(database, TableCase.PAIR));

            assertThatThrownBy(() -> migrations.files(EXPAND))
                    .hasMessageContaining("primary key")
                    .hasMessageContaining("another value each time")
                    .hasMessageContaining("foreign key OURS");
        }
    }

    @Test
    void whatMustBeMovedLaterIsSaidWhenTheNewColumnIsAdded() {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open()) {
            database.execute("create table users (id int primary key, bio int)");
            database.execute("create view bios as select bio from users");

            assertThat(new Migrations(Walk.table(database, TableCase.PAIR))
                            .files(EXPAND)
                            .get(0)
                            .sql())
                    .contains("-- THE view bios names bio: before release it must be moved to description.");
        }
    }

    @Test
    void whereThereCanBeNoSealTheFileSaysSo() {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open()) {
            database.execute("create table users (id int primary key, bio oid, description oid)");

            assertThat(new Migrations(Walk.table(database, TableCase.PAIR)).files(ALIGN))
                    .singleElement()
                    .satisfies(file -> assertThat(file.sql())
                            .startsWith("-- seamless: align users (bio -> description)\n")
                            .contains("NO SEAL")
                            .contains("large objects"));
        }
    }
}

package dev.seamless.schema;

import static dev.seamless.protocol.Migration.ALIGN;
import static dev.seamless.protocol.Migration.CONTRACT;
import static dev.seamless.protocol.Migration.EXPAND;
import static dev.seamless.protocol.Migration.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A column of each kind of type comes out of the way forth as it went in, and the seal tells its values apart. */
class TypesTest {

    @TempDir
    private Path directory;

    private static Arguments type(TestDatabase kind, String type, String one, String other) {
        return Arguments.of(kind, type, one, other);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                type(TestDatabase.POSTGRESQL, "numeric default 1.50", "1.50", "1.5"),
                type(TestDatabase.POSTGRESQL, "numeric(8, 3) not null", "1.5", "2"),
                type(TestDatabase.POSTGRESQL, "json", "'{}'", "'{ }'"),
                type(TestDatabase.POSTGRESQL, "jsonb default '{}'", "'{}'", "'[]'"),
                type(TestDatabase.POSTGRESQL, "text collate \"C\" unique", "'a'", "'b'"),
                type(TestDatabase.POSTGRESQL, "text collate careless", "'Bob'", "'bob'"),
                type(TestDatabase.POSTGRESQL, "int[] default '{1,2}'", "'{1}'", "'{2}'"),
                type(TestDatabase.POSTGRESQL, "timestamptz(3) default now() not null", "'2026-01-01'", "'2026-01-02'"),
                type(TestDatabase.POSTGRESQL, "mood default 'sad' check (bio <> 'mad')", "'sad'", "'glad'"),
                type(TestDatabase.POSTGRESQL, "short_text check (length(bio) > 1)", "'aa'", "'bb'"),
                type(TestDatabase.POSTGRESQL, "char(3)", "'a'", "'b'"),
                type(TestDatabase.POSTGRESQL, "bytea", "'\\x01'", "'\\x02'"),
                type(TestDatabase.H2, "enum('x', 'y''s') default 'x'", "'x'", "'y''s'"),
                type(TestDatabase.H2, "integer array[3]", "array[1]", "array[2]"),
                type(TestDatabase.H2, "varchar_ignorecase(9) unique", "'Bob'", "'bob'"),
                type(
                        TestDatabase.H2,
                        "timestamp(3) with time zone not null",
                        "'2026-01-01 00:00:00Z'",
                        "'2026-01-02 00:00:00Z'"),
                type(TestDatabase.H2, "character large object", "'a'", "'b'"),
                type(TestDatabase.H2, "json", "json '{}'", "json '[]'"),
                type(TestDatabase.H2, "decfloat(9)", "1.5", "2"),
                type(TestDatabase.H2, "binary varying(9) default x'01'", "x'01'", "x'02'"),
                type(TestDatabase.MARIADB, "json", "'{}'", "'{ }'"),
                type(TestDatabase.MARIADB, "varchar(9) collate utf8mb4_bin default 'it''s' unique", "'a'", "'b'"),
                type(TestDatabase.MARIADB, "varchar(9) comment 'who''s'", "'Bob'", "'bob'"),
                type(TestDatabase.MARIADB, "enum('x', 'y') default 'x' not null", "'x'", "'y'"),
                type(TestDatabase.MARIADB, "datetime(3) default current_timestamp(3)", "'2026-01-01'", "'2026-01-02'"),
                type(TestDatabase.MARIADB, "int unsigned default 7 check (bio > 0)", "1", "2"),
                type(TestDatabase.MARIADB, "longtext", "'a '", "'a'"),
                type(TestDatabase.MARIADB, "bit(3) default b'101'", "b'001'", "b'010'"));
    }

    private static void create(FreshDatabase database, String column, String type) {
        if (type.contains("careless")) {
            database.execute(
                    "create collation careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        }
        if (type.startsWith("mood")) {
            database.execute("create type mood as enum ('sad', 'glad', 'mad')");
        }
        if (type.startsWith("short_text")) {
            database.execute("create domain short_text as varchar(9) check (value <> '')");
        }
        database.execute("create table users (id int primary key, " + column + " " + type + ")");
    }

    @ParameterizedTest
    @MethodSource("types")
    void comesOutAsItWentIn(TestDatabase kind, String type, String one, String other) {
        assumeThat(TestDatabase.all()).contains(kind);
        try (FreshDatabase database = kind.open();
                FreshDatabase renamed = kind.open()) {
            create(database, "bio", type);
            create(renamed, "description", type.replace("bio", "description"));
            database.execute("insert into users (id, bio) values (1, " + one + ")");
            Walk walk = new Walk(database, directory, TableCase.PAIR, null, false);
            walk.migrate(EXPAND);
            database.execute("update users set description = bio");
            walk.migrate(ALIGN);

            assertThatThrownBy(() -> database.execute("update users set description = " + other))
                    .rootCause()
                    .message()
                    .containsIgnoringCase("users_bio_seal");
            List.of(RELEASE, CONTRACT).forEach(walk::migrate);
            assertThat(Shape.of(walk.table())).isEqualTo(Shape.of(Walk.table(renamed, TableCase.PAIR)));
        }
    }
}

package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.RenameConverter;
import dev.seamless.database.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables whose column is renamed in tests: each with rows, and with what its old column has. */
enum TableCase {
    PLAIN(Set.of()) {
        @Override
        List<String> statements(TestDatabase database, String column) {
            return List.of(
                    "create table users (id bigint primary key, @ varchar(280))".replace("@", column),
                    "insert into users values (1, 'first'), (2, null)");
        }
    },

    CONSTRAINED(Set.of()) {
        @Override
        List<String> statements(TestDatabase database, String column) {
            boolean mariaDb = database == TestDatabase.MARIADB;
            List<String> statements = new ArrayList<>(List.of(
                    "create table teams (code varchar(9) primary key)",
                    "insert into teams values ('red'), ('blue'), ('none')",
                    "create table users (id bigint primary key, handle varchar(40) not null, @ varchar(9) default 'none' not null"
                            + (mariaDb ? " comment 'whose'" : "") + ", constraint users_@_key unique (@),"
                            + " constraint users_@_team foreign key (@) references teams (code)"
                            + (mariaDb ? "" : " on delete cascade")
                            + ", constraint users_@_handle check (@ <> handle))",
                    "create index users_@_and_handle on users (@, handle desc)",
                    "create table scores (id int primary key, team varchar(9), constraint scores_@ foreign key (team) references"
                            + " users (@))"));
            if (!mariaDb) {
                statements.add("comment on column users.@ is 'whose'");
            }
            if (database == TestDatabase.POSTGRESQL || database == TestDatabase.POSTGRESQL_18) {
                statements.add("create index users_@_lower on users (lower(@)) include (handle) where @ > ''");
                statements.add("grant select (@), update (@) on users to public");
            }
            statements.add("insert into users values (1, 'ada', 'red'), (2, 'grace', 'blue')");
            statements.add("insert into scores values (1, 'red'), (2, null)");
            return statements.stream().map(sql -> sql.replace("@", column)).toList();
        }
    },

    CONVERTED(Set.of()) {
        @Override
        List<String> statements(TestDatabase database, String column) {
            boolean old = column.equals("bio");
            String check = old ? "bio >= 0" : toOld(database, "description") + " >= 0";
            return List.of(
                            "create table users (id bigint primary key, @ " + (old ? "int" : "decimal(10, 2)")
                                    + " default " + (old ? "0" : "(0 / 100.0)")
                                    + " not null, constraint users_@_positive check (" + check + "))",
                            "create index users_@ on users (@)",
                            "insert into users values (1, " + (old ? "1250" : "12.50") + "), (2, 0)")
                    .stream()
                    .map(sql -> sql.replace("@", column))
                    .toList();
        }

        @Override
        @Nullable
        TypeChange change(TestDatabase database) {
            return new TypeChange("int", "decimal(10, 2)", new Cents(database));
        }
    },

    COMPOSITE_KEY(Set.of()) {
        @Override
        List<String> statements(TestDatabase database, String column) {
            return List.of(
                    "create table users (tenant int not null, id bigint not null, @ varchar(9), primary key (tenant, id),"
                                    .replace("@", column)
                            + " constraint users_@_per_tenant unique (tenant, @))".replace("@", column),
                    "insert into users values (1, 1, 'first'), (2, 1, 'first')");
        }
    },

    UUID_KEY(Set.of()) {
        @Override
        List<String> statements(TestDatabase database, String column) {
            return List.of(
                    "create table users (id uuid primary key, @ timestamp)".replace("@", column),
                    "insert into users values ('0a0a0a0a-0000-4000-8000-000000000000', '2026-11-23 12:00:00')");
        }
    },

    /** InnoDB changes such a table in ways of its own. */
    SEARCHED(Set.of(TestDatabase.MARIADB)) {
        @Override
        List<String> statements(TestDatabase database, String column) {
            return List.of(
                            "create table users (id bigint primary key, @ varchar(280) not null, about text,"
                                    + " fulltext index users_about (about))",
                            "create fulltext index users_@ on users (@)",
                            "insert into users values (1, 'first', 'words'), (2, 'second', null)")
                    .stream()
                    .map(sql -> sql.replace("@", column))
                    .toList();
        }
    },

    PARTITIONED(Set.of(TestDatabase.POSTGRESQL, TestDatabase.POSTGRESQL_18)) {
        @Override
        List<String> statements(TestDatabase database, String column) {
            return List.of(
                            "create table teams (code varchar(9) primary key)",
                            "insert into teams values ('red'), ('blue')",
                            "create table users (id bigint, region text, @ varchar(9) default 'red' not null,"
                                    + " primary key (id, region), constraint users_@_key unique (region, @),"
                                    + " constraint users_@_team foreign key (@) references teams (code),"
                                    + " constraint users_@_region check (@ <> region)) partition by list (region)",
                            "create table users_eu partition of users for values in ('eu')",
                            "create table users_us partition of users for values in ('us')",
                            "create index users_@_lower on users (lower(@))",
                            "insert into users values (1, 'eu', 'red'), (2, 'us', 'blue')")
                    .stream()
                    .map(sql -> sql.replace("@", column))
                    .toList();
        }
    };

    static final Pair PAIR = new Pair(null, "users", "bio", "description");

    private final Set<TestDatabase> only;

    TableCase(Set<TestDatabase> only) {
        this.only = only;
    }

    /** The statements that make the table, with the column under the given name. */
    abstract List<String> statements(TestDatabase database, String column);

    /** What changes besides the name. */
    @Nullable
    TypeChange change(TestDatabase database) {
        return null;
    }

    boolean isOn(TestDatabase database) {
        return only.isEmpty() || only.contains(database);
    }

    /** The statement that fills one column from the other. */
    String fill(TestDatabase database, boolean forward) {
        TypeChange change = change(database);
        String value = change == null
                ? (forward ? "bio" : "description")
                : change.convert(forward, forward ? "bio" : "description").orElseThrow();
        return "update users set " + (forward ? "description" : "bio") + " = " + value;
    }

    private static String toOld(TestDatabase database, String column) {
        return "(" + new Cents(database).toOldSql(column).orElseThrow() + ")";
    }

    private record Cents(TestDatabase database) implements RenameConverter<Integer, BigDecimal> {

        @Override
        public BigDecimal toNew(Integer cents) {
            return BigDecimal.valueOf(cents, 2);
        }

        @Override
        public Integer toOld(BigDecimal price) {
            return price.movePointRight(2).intValueExact();
        }

        @Override
        public Optional<String> toNewSql(String column) {
            return Optional.of(column + " / 100.0");
        }

        @Override
        public Optional<String> toOldSql(String column) {
            return Optional.of(
                    "cast(" + column + " * 100 as " + (database == TestDatabase.MARIADB ? "signed" : "int") + ")");
        }
    }
}

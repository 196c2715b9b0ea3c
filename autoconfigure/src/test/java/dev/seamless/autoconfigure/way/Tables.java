package dev.seamless.autoconfigure.way;

import dev.seamless.database.TestDatabase;
import java.util.List;

/** The first migration of the application whose columns are renamed. */
final class Tables {

    private Tables() {}

    static String sql(TestDatabase database) {
        return String.join(";\n", statements(database)) + ";\n";
    }

    private static List<String> statements(TestDatabase database) {
        boolean mariaDb = database == TestDatabase.MARIADB;
        boolean postgres = database == TestDatabase.POSTGRESQL || database == TestDatabase.POSTGRESQL_18;
        return List.of(
                "create table plain (id bigint primary key, bio varchar(280))",
                "insert into plain values (1, 'first'), (2, null)",
                "create table teams (code varchar(9) primary key)",
                "insert into teams values ('red'), ('blue'), ('green'), ('none')",
                "create table members (id bigint primary key, handle varchar(40) not null, team varchar(9) default 'none' not null"
                        + (mariaDb ? " comment 'whose'" : "")
                        + ", constraint members_team_key unique (team),"
                        + " constraint members_team_fk foreign key (team) references teams (code),"
                        + " constraint members_team_handle check (team <> handle))",
                mariaDb ? "select 1" : "comment on column members.team is 'whose'",
                "insert into members values (1, 'ada', 'red'), (2, 'grace', 'blue')",
                "create table offers (id bigint primary key, price_cents int default 0 not null,"
                        + " constraint offers_positive check (price_cents >= 0))",
                "insert into offers values (1, 1250), (2, 0)",
                "create table grades (tenant int not null, id bigint not null, mark varchar(9), primary key (tenant, id),"
                        + " constraint grades_mark_per_tenant unique (tenant, mark))",
                "insert into grades values (1, 1, 'first'), (2, 1, 'first')",
                "create table tokens (id uuid primary key, made_at timestamp" + (mariaDb ? "(6) null" : "") + ")",
                "insert into tokens values ('0a0a0a0a-0000-4000-8000-000000000000', '2026-11-23 12:00:00')",
                "create table places (id bigint, region varchar(9), code varchar(9), primary key (id, region))"
                        + (postgres ? " partition by list (region)" : ""),
                postgres ? "create table places_eu partition of places for values in ('eu')" : "select 1",
                postgres ? "create table places_us partition of places for values in ('us')" : "select 1",
                "create index places_code on places (code)",
                "insert into places values (1, 'eu', 'ber'), (2, 'us', 'nyc')",
                "create table books (id bigint primary key, title varchar(90), author varchar(90),"
                        + " constraint books_not_same check (title <> author))",
                "insert into books values (1, 'Emma', 'Austen'), (2, 'Ulysses', null)");
    }
}

package dev.seamless.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words for MySQL, which MariaDB understands too. */
class MySqlGuardTest {

    private final MySqlGuard guard = new MySqlGuard(false);

    @Test
    void aStatementRunsOnceHoweverOftenItIsRun() {
        assumeThat(TestDatabase.all()).contains(TestDatabase.MARIADB);
        try (FreshDatabase database = TestDatabase.MARIADB.open()) {
            database.execute("create table teams (id int primary key)");
            database.execute("create table users (id int primary key, bio int)");
            Table table = Walk.table(database, TableCase.PAIR);

            twice(
                    database,
                    guard.addColumn(
                            table, "description", "alter table users add column description int comment 'who''s'"));
            twice(database, guard.addIndex(table, "i", "alter table users add index i (description)"));
            twice(
                    database,
                    guard.addConstraint(
                            table, table.name(), "c", "alter table users add constraint c check (description > 0)"));
            guard.withoutForeignKeyChecks(guard.addConstraint(
                            table,
                            table.name(),
                            "f",
                            "alter table users add constraint f foreign key (description) references teams (id)"))
                    .forEach(sql -> twice(database, sql));

            Table changed = Walk.table(database, TableCase.PAIR);
            assertThat(changed.column("description").orElseThrow().comment()).isEqualTo("who's");
            assertThat(changed.indexes()).hasSize(1);
            assertThat(changed.constraints()).hasSize(2);
            assertThat(changed.foreignKeys()).hasSize(1);

            twice(database, guard.dropConstraint(table, table.name(), "f", "alter table users drop foreign key f"));
            twice(database, guard.dropConstraint(table, table.name(), "c", "alter table users drop constraint c"));
            twice(database, guard.dropIndex(table, "i", "alter table users drop index i"));
            twice(database, guard.dropColumn(table, "description", "alter table users drop column description"));
            assertThat(Shape.of(Walk.table(database, TableCase.PAIR))).isEqualTo(Shape.of(table));
        }
    }

    /** One connection, for what is prepared lives in it. */
    private static void twice(FreshDatabase database, String sql) {
        List<String> statements = Stream.of(sql.split(";\n")).toList();
        Walk.run(database, statements);
        Walk.run(database, statements);
    }
}

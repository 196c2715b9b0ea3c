package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.seamless.ApiPhase;
import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ForeignSqlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OLD        | update users set bio = 'x'                                          | []",
                "OLD        | update users set description = 'x'                                  | [WRITES_ONE]",
                "OLD        | select description from users                                       | [READS_OTHER]",
                "DUAL_WRITE | update users set bio = 'x' where id = 1                             | [WRITES_ONE]",
                "DUAL_WRITE | UPDATE Users AS u SET description = upper(bio), name = 'y'          | [WRITES_ONE]",
                "DUAL_WRITE | update users set description = case when id > 1 then 'x' end, bio = 'x'   | []",
                "DUAL_WRITE | update app.users set description = ?, bio = ? where id = ?          | []",
                "DUAL_WRITE | update only users set name = 'bio' where description = 'x'          | [READS_OTHER]",
                "DUAL_WRITE | insert into users (id, bio) values (1, 'x')                         | [WRITES_ONE]",
                "DUAL_WRITE | insert into users (id, bio, description) values (1, 'x', 'x')       | []",
                "DUAL_WRITE | insert into users (id, name) select id, bio from users              | []",
                "DUAL_WRITE | insert into users values (1, 'x')                                   | []",
                "DUAL_WRITE | merge into users t using s on t.id = s.id when matched then update set bio = s.bio | [WRITES_ONE]",
                "DUAL_WRITE | with c as (update users set bio = 'x' returning id) select * from c | [WRITES_ONE]",
                "DUAL_WRITE | select bio from users                                               | []",
                "DUAL_WRITE | select bio as description from users                                | []",
                "DUAL_WRITE | select upper(bio) description from users                            | []",
                "DUAL_WRITE | select u.description from users u join orders o on o.user_id = u.id | [READS_OTHER]",
                "DUAL_WRITE | select o.description from users u join orders o on o.user_id = u.id | []",
                "DUAL_WRITE | select description from users, orders                               | []",
                "DUAL_WRITE | select description from orders                                      | []",
                "DUAL_WRITE | select 'description' from users -- description                      | []",
                "DUAL_WRITE | select \"description\" from users                                 | [READS_OTHER]",
                "DUAL_WRITE | delete from users where description = 'x'                           | [READS_OTHER]",
                "DUAL_WRITE | this is no SQL at all ((( description users                         | []",
                "READ_NEW   | select bio from users                                               | [READS_OTHER]",
                "NEW        | update users set description = 'x'                                  | []",
                "NEW        | update users set bio = 'x'                                          | [WRITES_ONE]"
            })
    void knowsWhatAStatementDoesToAPair(SchemaPhase phase, String sql, String kinds) {
        RenamedColumn renamed = new RenamedColumn(
                new Rename(User.RENAME, phase, ApiPhase.OLD),
                "User",
                "description",
                new Pair(null, "users", "bio", "description"),
                null);

        assertThat(new SqlStatement(sql).kindsOf(renamed)).hasToString(kinds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ")", "(((", "'", "select", "update", "insert into", "update users set", "users", "."})
    void letsThroughWhatItDoesNotUnderstand(String sql) {
        RenamedColumn renamed = new RenamedColumn(
                new Rename(User.RENAME, SchemaPhase.DUAL_WRITE, ApiPhase.OLD),
                "User",
                "description",
                new Pair(null, "users", "bio", "description"),
                null);

        assertThat(new SqlStatement(sql).kindsOf(renamed)).isEmpty();
    }

    @Test
    void refusesANativeQueryByPolicy() {
        try (Users users = users(new ForeignSql(ForeignSql.Policy.REFUSE, (rename, kind) -> {}))) {
            users.persist("one");

            assertThatThrownBy(() -> users.inTransaction(
                            session -> session.createNativeMutationQuery("update users set bio = 'x'")
                                    .executeUpdate()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining(User.RENAME);
            assertThat(users.column("bio")).containsExactly("one");
        }
    }

    @Test
    void warnsOnceForEachStatementAndCountsEachExecution() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(ForeignSqlInspector.class);
        logger.addAppender(appender);
        appender.start();
        List<String> seen = new ArrayList<>();
        try (Users users =
                users(new ForeignSql(ForeignSql.Policy.WARN, (rename, kind) -> seen.add(rename.id() + " " + kind)))) {
            for (int i = 0; i < 3; i++) {
                users.inTransaction(session -> session.createNativeMutationQuery("update users set bio = 'x'")
                        .executeUpdate());
            }

            assertThat(seen).containsOnly(User.RENAME + " WRITES_ONE").hasSize(3);
            assertThat(appender.list).hasSize(1);
            assertThat(users.statements()).as("the application's own inspector").isNotEmpty();
        } finally {
            logger.detachAppender(appender);
        }
    }

    @Test
    void doesNotLookWhereItIsSwitchedOff() {
        try (FreshDatabase database = TestDatabase.H2.open();
                SessionFactory factory = new TestFactory(database)
                        .phase(User.RENAME, SchemaPhase.DUAL_WRITE)
                        .with(ForeignSql.SETTING, new ForeignSql(ForeignSql.Policy.OFF, (rename, kind) -> {}))
                        .map(RenamedUsers.Plain.class)
                        .build()) {
            assertThat(factory.unwrap(org.hibernate.engine.spi.SessionFactoryImplementor.class)
                            .getSessionFactoryOptions()
                            .getStatementInspector())
                    .isInstanceOf(StatementLog.class);
        }
    }

    private static Users users(ForeignSql foreign) {
        return new Users(
                new TestFactory(TestDatabase.H2.open())
                        .phase(User.RENAME, SchemaPhase.DUAL_WRITE)
                        .with(ForeignSql.SETTING, foreign),
                RenamedUsers.Plain.class);
    }
}

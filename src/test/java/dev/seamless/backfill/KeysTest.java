package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables are walked by their primary key, whatever its type: each row once, none left out. */
class KeysTest {

    private static final int ROWS = 2500;

    /** A key, and the SQL that makes a different one of each number {@code n}. */
    private record Key(String columns, String values) {

        static Key one(String type, String value) {
            return new Key("id " + type + " primary key", value);
        }
    }

    private static List<Key> everywhere() {
        return List.of(
                Key.one("bigint", "n * 1000000007"),
                Key.one("smallint", "n - 1000"),
                Key.one("varchar(60)", "concat('a:b ', n, ' ''\"\\')"),
                Key.one("decimal(12, 3)", "n / 8.0 - 100"),
                Key.one("date", date("n")),
                new Key("tenant integer, name varchar(20), primary key (tenant, name)", "mod(n, 3), concat('n', n)"),
                new Key("a integer, b integer, c integer, primary key (c, b, a)", "mod(n, 7), mod(n, 11), n"));
    }

    private static String date(String number) {
        return "cast('2000-01-01' as date) + " + number;
    }

    private static List<Key> of(TestDatabase database) {
        return switch (database) {
            case H2 ->
                List.of(
                        Key.one("uuid", "random_uuid()"),
                        Key.one("binary(4)", "cast(cast(n as integer) as binary(4))"),
                        Key.one(
                                "timestamp(9) with time zone",
                                "dateadd('nanosecond', n, timestamp with time zone '2020-01-01 00:00:00.000000001+03')"));
            case POSTGRESQL, POSTGRESQL_18 ->
                List.of(
                        Key.one("uuid", "cast(md5(cast(n as text)) as uuid)"),
                        Key.one("bytea", "decode(md5(cast(n as text)), 'hex')"),
                        Key.one("timestamptz", "timestamptz '2020-01-01 00:00:00+03' + n * interval '1 microsecond'"),
                        Key.one("double precision", "n / 3.0::double precision"),
                        Key.one("char(10)", "cast(n as text)"),
                        Key.one("inet", "inet '10.0.0.0' + n"),
                        Key.one("numeric", "n / 7.0"));
            case MARIADB ->
                List.of(
                        Key.one("uuid", "uuid()"),
                        Key.one("binary(16)", "unhex(md5(n))"),
                        Key.one("bigint unsigned", "18446744073709551615 - n"),
                        Key.one("datetime(6)", "timestampadd(microsecond, n, '2020-01-01')"),
                        Key.one("timestamp(6)", "timestampadd(microsecond, n, '2020-01-01')"),
                        Key.one("varchar(20) collate utf8mb4_bin", "concat(char(65 + mod(n, 2) * 32), n)"));
        };
    }

    static Stream<Arguments> keys() {
        return TestDatabase.all()
                .flatMap(database -> Stream.concat(everywhere().stream(), of(database).stream())
                        .map(key -> Arguments.of(database, key)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyRowIsSeenOnce(TestDatabase database, Key key) {
        try (PassTown town = new PassTown(database, key.columns(), "varchar(100)", "varchar(100)")) {
            town.execute("insert into users select " + value(database, key) + ", concat('about ', n), null from ("
                    + town.numbers(ROWS) + ") numbers");

            EndedPass ended = town.run(
                    PassRequest.verify(PassTown.PAIR, Direction.FORWARD, null),
                    new PassSettings(3, Duration.ZERO, 1),
                    PassObserver.NONE);

            assertThat(ended.end()).isEqualTo(PassEnd.MARKED);
            assertThat(ended.progress().seen()).isEqualTo(ROWS);
            assertThat(ended.progress().changed()).isEqualTo(ROWS);
            assertThat(town.drifted()).isZero();
        }
    }

    private static String value(TestDatabase database, Key key) {
        String value = key.values();
        return database == TestDatabase.MARIADB
                ? value.replace(date("n"), "date_add('2000-01-01', interval n day)")
                        .replace("\\'", "\\\\'")
                : value.replace(
                        date("n"),
                        database == TestDatabase.H2 ? "dateadd('day', n, date '2000-01-01')" : date("n::integer"));
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aTableWithoutPrimaryKeyIsRefused(TestDatabase database) {
        try (PassTown town = new PassTown(database, "id integer", "varchar(100)", "varchar(100)")) {
            assertThatThrownBy(town::forward)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("has no primary key");
        }
    }

    /** What the refusal says to do: the application's inserts do not name the column. */
    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void aKeyThatTheDatabaseNumbersIsEnough(TestDatabase database) {
        try (PassTown town = new PassTown(database, "id integer", "varchar(100)", "varchar(100)")) {
            town.execute("insert into users (id, bio) values (1, 'about'), (1, 'about')");
            town.execute("alter table users add column number bigint "
                    + (database == TestDatabase.MARIADB
                            ? "auto_increment primary key"
                            : "generated by default as identity primary key"));
            town.execute("insert into users (id, bio) values (1, 'later')");

            assertThat(town.forward().end()).isEqualTo(PassEnd.MARKED);
            assertThat(town.drifted()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.seamless.database.TestDatabase#all")
    void namesInQuotesAreWrittenAsTheyAre(TestDatabase database) {
        String quote = database == TestDatabase.MARIADB ? "`" : "\"";
        String key = quote + "Order" + quote + " integer primary key";
        try (PassTown town = new PassTown(database, key, "varchar(100)", "varchar(100)")) {
            town.execute("insert into users values (1, 'about', null)");

            assertThat(town.forward().end()).isEqualTo(PassEnd.MARKED);
            assertThat(town.drifted()).isZero();
        }
    }
}

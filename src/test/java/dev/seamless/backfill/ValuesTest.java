package dev.seamless.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.RenameConverter;
import dev.seamless.database.TestDatabase;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pass takes for equal, and what it makes of values that it converts. */
class ValuesTest {

    static Stream<TestDatabase> databases() {
        return TestDatabase.all();
    }

    /** A type, and two values of it that the database calls equal and stores differently. */
    static Stream<Arguments> equalButNotIdentical() {
        return databases().flatMap(database -> switch (database) {
            case H2 ->
                Stream.of(
                        Arguments.of(database, "varchar_ignorecase(20)", "'Bob'", "'bob'"),
                        Arguments.of(database, "varchar(20)", "'a'", "'a '"));
            case POSTGRESQL, POSTGRESQL_18 ->
                Stream.of(
                        Arguments.of(database, "numeric", "1.50", "1.5"),
                        Arguments.of(database, "jsonb", "'{\"a\": 1.0}'", "'{\"a\": 1.00}'"),
                        Arguments.of(database, "json", "'{\"a\":1}'", "'{\"a\": 1}'"),
                        Arguments.of(database, "interval", "'1 day'", "'24 hours'"),
                        Arguments.of(database, "varchar(20) collate \"ci\"", "'Bob'", "'bob'"));
            case MARIADB ->
                Stream.of(
                        Arguments.of(database, "varchar(20)", "'Bob'", "'bob'"),
                        Arguments.of(database, "varchar(20)", "'a'", "'a '"));
        });
    }

    @ParameterizedTest
    @MethodSource("equalButNotIdentical")
    void valuesThatAreEqualButNotIdenticalConverge(TestDatabase database, String type, String old, String behind) {
        try (PassTown town = town(database, type)) {
            town.execute("insert into users values (1, " + old + ", " + behind + ")");

            assertThat(town.forward().progress().changed()).isEqualTo(1);
            assertThat(town.forward().progress().changed()).isZero();
        }
    }

    private static PassTown town(TestDatabase database, String type) {
        PassTown town = new PassTown(database);
        if (type.contains("\"ci\"")) {
            town.execute("create collation ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        }
        town.execute("alter table users drop column description");
        town.execute("alter table users drop column bio");
        town.execute("alter table users add column bio " + type);
        town.execute("alter table users add column description " + type);
        return town;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nullIsAValue(TestDatabase database) {
        try (PassTown town = new PassTown(database)) {
            town.execute(
                    "insert into users values (1, null, 'stale'), (2, 'about', null), (3, '', null), (4, null, '')");

            assertThat(town.forward().progress().changed()).isEqualTo(4);
            assertThat(town.drifted()).isZero();
            assertThat(town.count("bio is null")).isEqualTo(2);
        }
    }

    /** Without SQL; a text that is no number has no new form. */
    private static class Numbers implements RenameConverter<String, Integer> {

        @Override
        public Integer toNew(String oldValue) {
            return Integer.valueOf(oldValue);
        }

        @Override
        public String toOld(Integer newValue) {
            return newValue.toString();
        }
    }

    private static class NumbersBySql extends Numbers {

        @Override
        public Optional<String> toNewSql(String oldColumn) {
            return Optional.of("cast(" + oldColumn + " as decimal(9))");
        }

        @Override
        public Optional<String> toOldSql(String newColumn) {
            return Optional.of("cast(" + newColumn + " as char(9))");
        }
    }

    static Stream<Arguments> conversions() {
        return databases()
                .flatMap(database -> Stream.of(new Numbers(), new NumbersBySql())
                        .map(converter -> Arguments.of(
                                database,
                                new Conversion(
                                        converter, ColumnValues.of(String.class), ColumnValues.of(Integer.class)))));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void aConvertingRenameIsFilledBothWays(TestDatabase database, Conversion conversion) {
        try (PassTown town = new PassTown(database, "id integer primary key", "varchar(9)", "integer")) {
            town.execute(
                    "insert into users select n, case when mod(n, 5) = 0 then null else concat('', n) end, n + 1 from ("
                            + town.numbers(2000) + ") numbers");

            EndedPass forward = town.run(PassRequest.verify(PassTown.PAIR, Direction.FORWARD, conversion));

            assertThat(forward.end()).isEqualTo(PassEnd.MARKED);
            assertThat(forward.progress().changed()).isEqualTo(2000);
            assertThat(town.count("description = id and bio = concat('', id)")).isEqualTo(1600);
            assertThat(town.count("description is null and bio is null")).isEqualTo(400);
            town.execute("update users set description = id * 2");

            EndedPass reverse = town.run(PassRequest.verify(PassTown.PAIR, Direction.REVERSE, conversion));

            assertThat(reverse.end()).isEqualTo(PassEnd.MARKED);
            assertThat(town.count("trim(bio) = concat('', id * 2)")).isEqualTo(2000);
        }
    }

    /** MariaDB's SQL makes a number of any text. */
    static Stream<Arguments> conversionsThatFail() {
        return conversions()
                .filter(given -> given.get()[0] != TestDatabase.MARIADB
                        || ((Conversion) given.get()[1]).converter().getClass() == Numbers.class);
    }

    @ParameterizedTest
    @MethodSource("conversionsThatFail")
    void aValueWithoutANewFormIsLeftAndTold(TestDatabase database, Conversion conversion) {
        try (PassTown town = new PassTown(database, "id integer primary key", "varchar(9)", "integer")) {
            town.execute("insert into users (id, bio) values (1, '12'), (2, 'twelve'), (3, '13')");
            List<String> keys = new ArrayList<>();

            EndedPass ended = town.run(
                    PassRequest.backfill(PassTown.PAIR, Direction.FORWARD, conversion),
                    PassSettings.DEFAULTS,
                    new PassObserver() {
                        @Override
                        public void left(long rows, List<String> someKeys) {
                            keys.addAll(someKeys);
                        }
                    });

            assertThat(ended.end()).isEqualTo(PassEnd.LEFT_ROWS);
            assertThat(ended.progress().changed()).isEqualTo(2);
            assertThat(ended.progress().left()).isEqualTo(1);
            assertThat(keys).containsExactly("1:2");
            assertThat(town.count("description in (12, 13)")).isEqualTo(2);
            assertThat(town.record().standing().newCurrent()).isFalse();
        }
    }
}

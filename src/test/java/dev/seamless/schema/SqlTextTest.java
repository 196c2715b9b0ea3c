package dev.seamless.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    private static Names names(TestDatabase kind) {
        try (FreshDatabase database = kind.open();
                Connection connection = database.connect()) {
            return Dialect.of(connection).names();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CHECK ((date < other)) | CHECK ((day < other))",
                "CHECK ((\"date\" < other)) | CHECK ((day < other))",
                "CHECK ((date > '2020-01-01'::date)) | CHECK ((day > '2020-01-01'::date))",
                "CHECK ((note <> 'date'::text)) | CHECK ((note <> 'date'::text))",
                "CHECK ((date(made) = date)) | CHECK ((date(made) = day))",
                "using btree (lower(date) COLLATE date) | using btree (lower(day) COLLATE date)",
                "CHECK ((public.date(date) > 1)) | CHECK ((public.date(day) > 1))",
                "CHECK ((date_of <> updated)) | CHECK ((date_of <> updated))",
            })
    void putsAnotherColumnInItsPlaceAndTouchesNothingElse(String sql, String expected) {
        assertThat(new SqlText(names(TestDatabase.POSTGRESQL), sql).replace("date", "day"))
                .isEqualTo(expected);
    }

    @Test
    void whereEveryNameStandsInQuotesABareWordIsNoColumn() {
        Names names = names(TestDatabase.H2);
        SqlText text = new SqlText(names, "CAST(\"DATE\" AS DATE) > DATE '2020-01-01' AND \"Odd\" <> 'it''s \"DATE\"'");

        assertThat(text.replace("DATE", "\"DAY\""))
                .isEqualTo("CAST(\"DAY\" AS DATE) > DATE '2020-01-01' AND \"Odd\" <> 'it''s \"DATE\"'");
        assertThat(new SqlText(names, "\"BIO\" <> \"Odd\" AND \"VALUE\" > 1").tidy())
                .isEqualTo("bio <> \"Odd\" AND \"VALUE\" > 1");
    }

    @ParameterizedTest
    @CsvSource({
        "new.bio := 1, true",
        "NEW . Bio is null, true",
        "new.biography := 1, false",
        "renew.bio, false",
        "-- new.bio, false",
        "/* new.bio */ x, false",
        "execute 'select new.bio', true",
    })
    void findsTheColumnOfARowInTheBodyOfATrigger(String body, boolean expected) {
        assertThat(new SqlText(names(TestDatabase.POSTGRESQL), body).hasRowMember("bio"))
                .isEqualTo(expected);
    }

    @Test
    void namesOfItsOwnAreShortEnoughAndStayTheSame() {
        Names names = names(TestDatabase.POSTGRESQL);
        String tooLong = "a".repeat(70) + "_seal";

        assertThat(names.own(tooLong)).hasSize(63).isEqualTo(names.own(tooLong)).isNotEqualTo(names.own("b" + tooLong));
        assertThat(names.own("users_bio_seal")).isEqualTo("users_bio_seal");
    }
}

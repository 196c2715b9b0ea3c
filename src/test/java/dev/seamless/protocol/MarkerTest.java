package dev.seamless.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.protocol.Marker.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

    private static final Pair USERS = new Pair(null, "users", "bio", "description");

    @ParameterizedTest
    @CsvSource({
        "BEGIN, ALIGN, , -- seamless: begin align users (bio -> description)",
        "LIFT, ALIGN, , -- seamless: lift align users (bio -> description)",
        "WHOLE, EXPAND, , -- seamless: expand users (bio -> description)",
        "WHOLE, RETREAT, crm, -- seamless: retreat crm.users (bio -> description)",
        "LONG, ALIGN, , -- seamless: long align users (bio -> description)",
        "PART, CONTRACT, my crm, -- seamless: part contract my crm.users (bio -> description)",
    })
    void readsWhatItWrites(Kind kind, Migration migration, String schema, String line) {
        Marker marker = new Marker(kind, migration, new Pair(schema, "users", "bio", "description"));

        assertThat(marker).hasToString(line);
        assertThat(Marker.parse("  " + line + "\r")).contains(marker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- a comment", "alter table users add column description text;", "-- seamlessly"})
    void otherLinesAreNoMarkers(String line) {
        assertThat(Marker.parse(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- seamless: allign users (bio -> description)",
                "-- seamless: start align users (bio -> description)",
                "-- seamless: begin align users bio -> description",
                "-- seamless:align users (bio -> description)",
            })
    void aMistypedMarkerIsRefused(String line) {
        assertThatThrownBy(() -> Marker.parse(line))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(line);
    }

    @ParameterizedTest
    @CsvSource({"us.ers, bio", "users, b(io", "users, bio -> x)", "users, ' bio'"})
    void aNameThatWouldNotReadBackIsRefused(String table, String column) {
        Pair pair = new Pair(null, table, column, "description");

        assertThatThrownBy(() -> new Marker(Kind.WHOLE, Migration.EXPAND, pair))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(pair.toString());
    }

    @Test
    void findsTheMarkersOfAFile() {
        Marker begin = new Marker(Kind.BEGIN, Migration.EXPAND, USERS);
        Marker lift = new Marker(Kind.LIFT, Migration.EXPAND, USERS);

        assertThat(Marker.in("-- why\n" + begin + "\nselect 1;\n" + lift + "\n"))
                .containsExactly(begin, lift);
    }
}

package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each shape in each phase, written to an unknown client, to known ones, and outside of HTTP. */
class WritingTest {

    private static final ClientView KNOWS_OLD = ClientView.knowing(Set.of());
    private static final ClientView KNOWS_NEW = ClientView.knowing(Set.of("user-bio"));

    static Stream<Arguments> cells() {
        return ReadingTest.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void servesAnUnknownClientWhatThePhaseSays(Shape shape, ApiPhase phase) {
        JsonNode json = write(shape, phase, ClientView.UNKNOWN);
        assertThat(json.has(shape.servedName(shape.oldName))).isEqualTo(phase.servesOld());
        assertThat(json.has(shape.servedName(shape.newName))).isEqualTo(phase.servesNew());
        for (String name : List.of(shape.servedName(shape.oldName), shape.servedName(shape.newName))) {
            if (json.has(name)) {
                assertThat(shape.textIn(json.path(name))).isEqualTo("x");
            }
        }
        assertThat(json.path("id").asLong()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void servesAKnownClientTheNameThatItKnows(Shape shape, ApiPhase phase) {
        for (ClientView view : List.of(KNOWS_OLD, KNOWS_NEW)) {
            boolean old = phase == ApiPhase.BOTH ? view == KNOWS_OLD : phase.servesOld();
            JsonNode json = write(shape, phase, view);
            assertThat(json.has(shape.servedName(shape.oldName))).isEqualTo(old);
            assertThat(json.has(shape.servedName(shape.newName))).isEqualTo(!old);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void writesTheNewNameOnlyOutsideOfHttp(Shape shape, ApiPhase phase) {
        JsonNode json = shape.served(mapper(shape, phase).valueToTree(shape.make("x")));
        assertThat(json.has(shape.servedName(shape.oldName))).isFalse();
        assertThat(shape.textIn(json.path(shape.servedName(shape.newName)))).isEqualTo("x");
    }

    static Stream<Arguments> nullCells() {
        return cells().filter(cell -> !((Shape) cell.get()[0]).refusesNull());
    }

    @AfterAll
    static void printTheSize() {
        System.out.println("WritingTest: " + Shape.values().length + " shapes in " + ApiPhase.values().length
                + " phases, " + cells().count()
                + " cells, each for clients that know the old name, the new one, or neither,"
                + " and outside of HTTP; " + nullCells().count() + " of them with null");
    }

    @ParameterizedTest
    @MethodSource("nullCells")
    void writesNullUnderEachNameOrUnderNeither(Shape shape, ApiPhase phase) {
        JsonNode json = shape.served(
                ClientView.UNKNOWN.on(mapper(shape, phase).writer()).valueToTree(shape.make(null)));
        assertThat(json.path(shape.servedName(shape.oldName)).isNull())
                .isEqualTo(phase.servesOld() && !shape.omitsNull());
        assertThat(json.path(shape.servedName(shape.newName)).isNull())
                .isEqualTo(phase.servesNew() && !shape.omitsNull());
        assertThat(json.path("id").asLong()).isEqualTo(7);
    }

    /** The old name stands where it stood: Jackson 3 sorts beans by name, and records by declaration. */
    @Test
    void servesTheVeryBytesOfTheTimeBeforeTheRenameInOld() {
        JsonMapper before = JsonMapper.builder().build();
        JsonMapper now = Mappers.in(ApiPhase.OLD);
        for (Object[] pair : new Object[][] {
            {new BeanBefore(), new BeanNow()}, {new RecordBefore("h", "x", 1), new RecordNow("h", "x", 1)}
        }) {
            assertThat(ClientView.UNKNOWN.on(now.writer()).writeValueAsString(pair[1]))
                    .isEqualTo(before.writeValueAsString(pair[0]));
        }
    }

    @Test
    void servesTheVeryBytesOfPlainJacksonInNew() {
        for (Object value : List.of(new BeanNow(), new RecordNow("h", "x", 1))) {
            assertThat(ClientView.UNKNOWN.on(Mappers.in(ApiPhase.NEW).writer()).writeValueAsString(value))
                    .isEqualTo(JsonMapper.builder().build().writeValueAsString(value));
        }
    }

    private static JsonNode write(Shape shape, ApiPhase phase, ClientView view) {
        JsonMapper mapper = mapper(shape, phase);
        return shape.served(mapper.readTree(view.on(mapper.writer()).writeValueAsString(shape.make("x"))));
    }

    private static JsonMapper mapper(Shape shape, ApiPhase phase) {
        return shape.configure(Mappers.builder(Mappers.renames(phase))).build();
    }

    static class BeanBefore {
        public String active = "a";
        public String bio = "x";
        public String city = "c";
        public String zip = "z";
    }

    static class BeanNow {
        public String active = "a";
        public String city = "c";

        @dev.seamless.Renamed(id = "user-bio", from = "bio")
        public String description = "x";

        public String zip = "z";
    }

    record RecordBefore(String handle, String bio, int age) {}

    record RecordNow(
            String handle,

            @dev.seamless.Renamed(id = "user-bio", from = "bio")
            String description,

            int age) {}
}

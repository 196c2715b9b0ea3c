package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bio}, which became {@code description}, which became {@code about}: each pair of phases. */
class ChainTest {

    static Stream<Arguments> cells() {
        return Arrays.stream(ApiPhase.values())
                .flatMap(first -> Arrays.stream(ApiPhase.values()).map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void servesOnTheOldSideWhatTheOlderRenameServes(ApiPhase first, ApiPhase second) {
        List<String> expected = new ArrayList<>();
        if (second.servesNew()) {
            expected.add("about");
        }
        if (second.servesOld() && first.servesNew()) {
            expected.add("description");
        }
        if (second.servesOld() && first.servesOld()) {
            expected.add("bio");
        }
        for (Object value : List.of(new DeclaredShapes.Chained("x"), new DeclaredShapes.ChainedRec(7L, "x"))) {
            assertThat(served(first, second, ClientView.UNKNOWN, value)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void acceptsANameAsLongAsEachLaterRenameAcceptsItsOldOne(ApiPhase first, ApiPhase second) {
        for (Class<?> type : List.of(DeclaredShapes.Chained.class, DeclaredShapes.ChainedRec.class)) {
            assertThat(read(first, second, type, "about")).isEqualTo("x");
            if (second.acceptsOld()) {
                assertThat(read(first, second, type, "description")).isEqualTo("x");
            } else {
                assertThatExceptionOfType(RetiredNameException.class)
                        .isThrownBy(() -> read(first, second, type, "description"))
                        .satisfies(e -> assertThat(e.newName()).isEqualTo("about"));
            }
            if (first.acceptsOld() && second.acceptsOld()) {
                assertThat(read(first, second, type, "bio")).isEqualTo("x");
            } else {
                assertThatExceptionOfType(RetiredNameException.class)
                        .isThrownBy(() -> read(first, second, type, "bio"))
                        .satisfies(e -> assertThat(e.oldName()).isEqualTo("bio"));
            }
        }
    }

    @Test
    void servesAKnownClientTheNewestNameThatItKnows() {
        DeclaredShapes.Chained value = new DeclaredShapes.Chained("x");
        ApiPhase both = ApiPhase.BOTH;
        assertThat(served(both, both, ClientView.knowing(Set.of()), value)).containsExactly("bio");
        assertThat(served(both, both, ClientView.knowing(Set.of("first-bio")), value))
                .containsExactly("description");
        assertThat(served(both, both, ClientView.knowing(Set.of("first-bio", "user-bio")), value))
                .containsExactly("about");
    }

    @Test
    void refusesThreeNamesOfWhichOneDiffers() {
        for (Class<?> type : List.of(DeclaredShapes.Chained.class, DeclaredShapes.ChainedRec.class)) {
            for (String json : List.of(
                    "{\"bio\":\"x\",\"description\":\"x\",\"about\":\"y\"}",
                    "{\"bio\":\"y\",\"description\":\"x\",\"about\":\"x\"}",
                    "{\"about\":\"x\",\"description\":\"y\",\"bio\":\"x\"}")) {
                assertThatExceptionOfType(RenameConflictException.class)
                        .isThrownBy(() -> ClientView.UNKNOWN
                                .on(mapper(ApiPhase.BOTH, ApiPhase.BOTH).readerFor(type))
                                .readValue(json));
            }
            Shape.HasText read = ClientView.UNKNOWN
                    .on(mapper(ApiPhase.BOTH, ApiPhase.BOTH).readerFor(type))
                    .readValue("{\"bio\":\"x\",\"description\":\"x\",\"about\":\"x\"}");
            assertThat(read.text()).isEqualTo("x");
        }
    }

    private static List<String> served(ApiPhase first, ApiPhase second, ClientView view, Object value) {
        JsonMapper mapper = mapper(first, second);
        JsonNode json = mapper.readTree(view.on(mapper.writer()).writeValueAsString(value));
        return json.propertyNames().stream().filter(name -> !name.equals("id")).toList();
    }

    private static String read(ApiPhase first, ApiPhase second, Class<?> type, String name) {
        Shape.HasText read =
                ClientView.UNKNOWN.on(mapper(first, second).readerFor(type)).readValue("{\"" + name + "\":\"x\"}");
        return read.text();
    }

    private static JsonMapper mapper(ApiPhase first, ApiPhase second) {
        return Mappers.builder(new Renames(List.of(
                        new Rename("first-bio", SchemaPhase.OLD, first),
                        new Rename("user-bio", SchemaPhase.OLD, second))))
                .build();
    }
}

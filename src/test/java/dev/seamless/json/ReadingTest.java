package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seamless.ApiPhase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Each shape in each phase, read with the old name, the new one, both, neither, and null under either. */
class ReadingTest {

    private static final ClientView KNOWS_OLD = ClientView.knowing(Set.of());
    private static final ClientView KNOWS_NEW = ClientView.knowing(Set.of("user-bio"));

    static Stream<Arguments> cells() {
        return Arrays.stream(Shape.values())
                .flatMap(shape -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(shape, phase)));
    }

    static Stream<Arguments> acceptingCells() {
        return cells().filter(cell -> ((ApiPhase) cell.get()[1]).acceptsOld());
    }

    static Stream<Shape> shapes() {
        return Arrays.stream(Shape.values());
    }

    @AfterAll
    static void printTheSize() {
        System.out.println(
                "ReadingTest: " + Shape.values().length + " shapes in " + ApiPhase.values().length + " phases, "
                        + cells().count() + " cells, each with the old name, the new one, both, neither and null");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void readsTheNewName(Shape shape, ApiPhase phase) {
        assertThat(read(shape, phase, "{'id':1,'$new':'x'}")).isEqualTo("x");
        assertReadsNull(shape, phase, "{'$new':null,'id':1}");
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void readsTheOldName(Shape shape, ApiPhase phase) {
        assertThat(read(shape, phase, "{'id':1,'$old':'x'}")).isEqualTo("x");
        assertThat(read(shape, phase, "{'$old':'x','id':1}")).isEqualTo("x");
        assertReadsNull(shape, phase, "{'$old':null,'id':1}");
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void readsBothNamesThatAgree(Shape shape, ApiPhase phase) {
        assertThat(read(shape, phase, "{'id':1,'$old':'x','$new':'x'}")).isEqualTo("x");
        assertThat(read(shape, phase, "{'$new':'x','id':1,'$old':'x'}")).isEqualTo("x");
        assertReadsNull(shape, phase, "{'$new':null,'id':1,'$old':null}");
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void refusesNamesThatDifferNamingBothAndNoValue(Shape shape, ApiPhase phase) {
        for (String json : new String[] {
            "{'id':1,'$old':'S1','$new':'S2'}", "{'$new':'S2','id':1,'$old':'S1'}",
            "{'id':1,'$old':null,'$new':'S2'}", "{'id':1,'$old':'S1','$new':null}",
            "{'id':1,'$old':'S2','$new':'S2','$old':'S1'}"
        }) {
            assertThatExceptionOfType(MismatchedInputException.class)
                    .as(json)
                    .isThrownBy(() -> read(shape, phase, json))
                    .satisfies(e -> assertNames(shape, RenameConflictException.class, json, e))
                    .withMessageNotContainingAny(shape.value("S1"), shape.value("S2"));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void refusesTheOldNameWhenItIsRetired(Shape shape) {
        for (String json : new String[] {
            "{'id':1,'$old':'S1'}", "{'$old':null,'id':1}", "{'$new':'S1','$old':'S1'}", "{'$old':'S1','$new':'x'}"
        }) {
            assertThatExceptionOfType(MismatchedInputException.class)
                    .as(json)
                    .isThrownBy(() -> read(shape, ApiPhase.NEW, json))
                    .satisfies(e -> assertNames(shape, RetiredNameException.class, json, e))
                    .withMessageNotContaining(shape.value("S1"));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void readsBothNamesOutsideOfHttpInEveryPhase(Shape shape, ApiPhase phase) {
        ObjectReader reader = mapper(shape, phase).readerFor(shape.root);
        assertThat(text(reader, shape, phase, "{'$old':'x'}")).isEqualTo("x");
        assertThat(text(reader, shape, phase, "{'$new':'x'}")).isEqualTo("x");
        assertThat(text(reader, shape, phase, "{'$new':'x','$old':'x'}")).isEqualTo("x");
        assertThatExceptionOfType(RenameConflictException.class)
                .isThrownBy(() -> text(reader, shape, phase, "{'$new':'x','$old':'y'}"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void takesAKnownClientsOwnNameWhereTheNamesDiffer(Shape shape) {
        for (String json : new String[] {"{'$old':'old','$new':'new'}", "{'$new':'new','$old':'old'}"}) {
            assertThat(text(reader(shape, ApiPhase.BOTH, KNOWS_OLD), shape, ApiPhase.BOTH, json))
                    .isEqualTo("old");
            assertThat(text(reader(shape, ApiPhase.BOTH, KNOWS_NEW), shape, ApiPhase.BOTH, json))
                    .isEqualTo("new");
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void tellsAbsentFromNull(Shape shape, ApiPhase phase) {
        for (String json : shape == Shape.IDENTITY ? List.of("{'id':1}") : List.of("{'id':1}", "{}")) {
            if (shape.refusesAbsent()) {
                assertThatExceptionOfType(MismatchedInputException.class)
                        .isThrownBy(() -> read(shape, phase, json))
                        .withMessageContaining(shape.newName);
            } else {
                assertThat(read(shape, phase, json)).isEqualTo(shape.absent());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void takesTheLastOfARepeatedName(Shape shape) {
        // plain Jackson applies the buffered setters of a type with a creator in reverse
        String counts = shape == Shape.CREATOR_AND_SETTER ? "x" : "y";
        assertThat(read(shape, ApiPhase.BOTH, "{'$new':'x','$new':'y'}")).isEqualTo(counts);
        assertThat(read(shape, ApiPhase.BOTH, "{'$old':'x','$old':'y'}")).isEqualTo(counts);
    }

    private static void assertReadsNull(Shape shape, ApiPhase phase, String json) {
        if (shape.refusesNull()) {
            assertThatExceptionOfType(MismatchedInputException.class)
                    .as(json)
                    .isThrownBy(() -> read(shape, phase, json))
                    .isNotInstanceOf(RenamedFieldException.class);
        } else {
            assertThat(read(shape, phase, json)).as(json).isNull();
        }
    }

    /** Where null is refused, either refusal may come first. */
    private static void assertNames(
            Shape shape, Class<? extends RenamedFieldException> type, String json, MismatchedInputException thrown) {
        if (shape.refusesNull() && json.contains("null") && !(thrown instanceof RenamedFieldException)) {
            return;
        }
        assertThat(thrown).isInstanceOf(type);
        RenamedFieldException e = (RenamedFieldException) thrown;
        assertThat(e.renameId()).isEqualTo("user-bio");
        assertThat(e.oldName()).isEqualTo(shape.declaredName(shape.oldName));
        assertThat(e.newName()).isEqualTo(shape.declaredName(shape.newName));
        assertThat(e.getOriginalMessage()).contains(e.oldName(), e.newName());
    }

    private static String read(Shape shape, ApiPhase phase, String json) {
        return text(reader(shape, phase, ClientView.UNKNOWN), shape, phase, json);
    }

    private static ObjectReader reader(Shape shape, ApiPhase phase, ClientView view) {
        return view.on(mapper(shape, phase).readerFor(shape.root));
    }

    private static JsonMapper mapper(Shape shape, ApiPhase phase) {
        return shape.configure(Mappers.builder(Mappers.renames(phase))).build();
    }

    private static String text(ObjectReader reader, Shape shape, ApiPhase phase, String json) {
        return shape.textOf(reader.readValue(shape.json(json, phase)));
    }
}

package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.seamless.ApiPhase;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Merge patch (RFC 7396) on a DTO that is there, by {@code readerForUpdating}: what is absent stays as it is. */
class UpdatingTest {

    static Stream<Arguments> cells() {
        return updatable().flatMap(shape -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(shape, phase)));
    }

    static Stream<Arguments> acceptingCells() {
        return cells().filter(cell -> ((ApiPhase) cell.get()[1]).acceptsOld());
    }

    static Stream<Shape> updatable() {
        return Shape.updatable();
    }

    static Stream<Arguments> unwrappedCells() {
        return Stream.of(Shape.UNWRAPPED, Shape.UNWRAPPED_PREFIX, Shape.UNWRAPPED_RECORD)
                .flatMap(shape -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(shape, phase)));
    }

    @AfterAll
    static void printTheSize() {
        System.out.println("UpdatingTest: " + updatable().count() + " shapes in " + ApiPhase.values().length
                + " phases, " + cells().count() + " cells; " + unwrappedCells().count() + " cells of unwrapped ones");
    }

    /** Jackson does not update what is unwrapped, but makes it anew: the body of a PUT has all of it. */
    @ParameterizedTest
    @MethodSource("unwrappedCells")
    void replacesWhatIsUnwrapped(Shape shape, ApiPhase phase) {
        assertThat(update(shape, phase, "{'id':9,'$new':'x'}")).isEqualTo("x");
        assertThat(update(shape, phase, "{'id':9,'$new':null}")).isNull();
        if (phase.acceptsOld()) {
            assertThat(update(shape, phase, "{'id':9,'$old':'x'}")).isEqualTo("x");
            assertThat(update(shape, phase, "{'$old':null,'id':9}")).isNull();
            assertThat(update(shape, phase, "{'$old':'x','id':9,'$new':'x'}")).isEqualTo("x");
            assertThatExceptionOfType(RenameConflictException.class)
                    .isThrownBy(() -> update(shape, phase, "{'$old':'x','id':9,'$new':'y'}"));
        } else {
            assertThatExceptionOfType(RetiredNameException.class)
                    .isThrownBy(() -> update(shape, phase, "{'id':9,'$old':'x'}"));
        }
    }

    /** With or without a rename: what such a body says of it is lost, so that it should not be read so. */
    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void leavesWhatARecordUnwrapsAsPlainJacksonDoes(ApiPhase phase) {
        Unwrapping plain = JsonMapper.builder()
                .build()
                .readerForUpdating(new Unwrapping(7L, new Inner("base")))
                .readValue("{\"id\":9,\"in_text\":\"x\"}");
        assertThat(plain).isEqualTo(new Unwrapping(9L, new Inner("base")));
        for (String name : new String[] {"$old", "$new"}) {
            assertThat(update(Shape.UNWRAPPED_IN_RECORD, phase, "{'id':9,'" + name + "':'x'}"))
                    .isEqualTo("base");
        }
    }

    public record Inner(String text) {}

    public record Unwrapping(
            Long id, @JsonUnwrapped(prefix = "in_") Inner inner) {}

    @ParameterizedTest
    @MethodSource("cells")
    void keepsWhatIsAbsent(Shape shape, ApiPhase phase) {
        assertThat(update(shape, phase, "{}")).isEqualTo("base");
        assertThat(update(shape, phase, "{'id':9}")).isEqualTo("base");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void takesAValueAndNullUnderTheNewName(Shape shape, ApiPhase phase) {
        assertThat(update(shape, phase, "{'$new':'x'}")).isEqualTo("x");
        assertTakesNull(shape, phase, "{'$new':null}");
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void takesAValueAndNullUnderTheOldName(Shape shape, ApiPhase phase) {
        assertThat(update(shape, phase, "{'$old':'x'}")).isEqualTo("x");
        assertTakesNull(shape, phase, "{'$old':null}");
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void takesTheNameThatChangedAgainstTheBase(Shape shape, ApiPhase phase) {
        assertThat(update(shape, phase, "{'$old':'x','$new':'base'}")).isEqualTo("x");
        assertThat(update(shape, phase, "{'$new':'base','$old':'x'}")).isEqualTo("x");
        assertThat(update(shape, phase, "{'$old':'base','$new':'x'}")).isEqualTo("x");
        assertThat(update(shape, phase, "{'$new':'x','$old':'base'}")).isEqualTo("x");
        assertTakesNull(shape, phase, "{'$new':'base','$old':null}");
        assertThat(update(shape, phase, "{'$old':'base','$new':'base'}")).isEqualTo("base");
        assertThat(update(shape, phase, "{'$old':'x','$new':'x'}")).isEqualTo("x");
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void refusesTwoDifferentChanges(Shape shape, ApiPhase phase) {
        for (String json :
                new String[] {"{'$old':'x','$new':'y'}", "{'$new':'y','$old':'x'}", "{'$new':null,'$old':'x'}"}) {
            assertThatExceptionOfType(MismatchedInputException.class)
                    .isThrownBy(() -> update(shape, phase, json))
                    .matches(e ->
                            e instanceof RenameConflictException || (shape.refusesNull() && json.contains("null")));
        }
    }

    @ParameterizedTest
    @MethodSource("updatable")
    void refusesTheOldNameWhenItIsRetired(Shape shape) {
        assertThatExceptionOfType(RetiredNameException.class)
                .isThrownBy(() -> update(shape, ApiPhase.NEW, "{'$old':'base'}"));
    }

    @ParameterizedTest
    @MethodSource("updatable")
    void prefersTheChangeToAKnownClientsOwnName(Shape shape) {
        ClientView knowsOld = ClientView.knowing(Set.of());
        assertThat(update(shape, ApiPhase.BOTH, knowsOld, "{'$old':'base','$new':'x'}"))
                .isEqualTo("x");
        assertThat(update(shape, ApiPhase.BOTH, knowsOld, "{'$old':'x','$new':'y'}"))
                .isEqualTo("x");
    }

    private static void assertTakesNull(Shape shape, ApiPhase phase, String json) {
        if (shape.refusesNull()) {
            assertThatExceptionOfType(MismatchedInputException.class)
                    .isThrownBy(() -> update(shape, phase, json))
                    .isNotInstanceOf(RenamedFieldException.class);
        } else {
            assertThat(update(shape, phase, json)).isNull();
        }
    }

    private static String update(Shape shape, ApiPhase phase, String json) {
        return update(shape, phase, ClientView.UNKNOWN, json);
    }

    private static String update(Shape shape, ApiPhase phase, ClientView view, String json) {
        JsonMapper mapper =
                shape.configure(Mappers.builder(Mappers.renames(phase))).build();
        return shape.textOf(
                view.on(mapper.readerForUpdating(shape.make("base"))).readValue(shape.json(json, phase)));
    }
}

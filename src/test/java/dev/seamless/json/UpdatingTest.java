package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seamless.ApiPhase;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
        assertThat(update(shape, phase, "{'$new':null}")).isNull();
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void takesAValueAndNullUnderTheOldName(Shape shape, ApiPhase phase) {
        assertThat(update(shape, phase, "{'$old':'x'}")).isEqualTo("x");
        assertThat(update(shape, phase, "{'$old':null}")).isNull();
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void takesTheNameThatChangedAgainstTheBase(Shape shape, ApiPhase phase) {
        assertThat(update(shape, phase, "{'$old':'x','$new':'base'}")).isEqualTo("x");
        assertThat(update(shape, phase, "{'$new':'base','$old':'x'}")).isEqualTo("x");
        assertThat(update(shape, phase, "{'$old':'base','$new':'x'}")).isEqualTo("x");
        assertThat(update(shape, phase, "{'$new':'x','$old':'base'}")).isEqualTo("x");
        assertThat(update(shape, phase, "{'$new':'base','$old':null}")).isNull();
        assertThat(update(shape, phase, "{'$old':'base','$new':'base'}")).isEqualTo("base");
        assertThat(update(shape, phase, "{'$old':'x','$new':'x'}")).isEqualTo("x");
    }

    @ParameterizedTest
    @MethodSource("acceptingCells")
    void refusesTwoDifferentChanges(Shape shape, ApiPhase phase) {
        for (String json :
                new String[] {"{'$old':'x','$new':'y'}", "{'$new':'y','$old':'x'}", "{'$new':null,'$old':'x'}"}) {
            assertThatExceptionOfType(RenameConflictException.class).isThrownBy(() -> update(shape, phase, json));
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

    private static String update(Shape shape, ApiPhase phase, String json) {
        return update(shape, phase, ClientView.UNKNOWN, json);
    }

    private static String update(Shape shape, ApiPhase phase, ClientView view, String json) {
        JsonMapper mapper =
                shape.configure(Mappers.builder(Mappers.renames(phase))).build();
        return shape.textOf(view.on(mapper.readerForUpdating(shape.make("base")))
                .readValue(
                        json.replace('\'', '"').replace("$old", shape.oldName).replace("$new", shape.newName)));
    }
}

package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seamless.ApiPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each use of an old name by a client is told once, where it is read. */
class OldNameUseTest {

    private final List<String> used = new ArrayList<>();
    private final ClientView view = ClientView.UNKNOWN.listening(rename -> used.add(rename.id()));

    @ParameterizedTest
    @EnumSource(Shape.class)
    void isToldOncePerOldNameInABody(Shape shape) {
        int others = oldNamesAround(shape);
        read(shape, ApiPhase.BOTH, "{'$new':'x','id':1}");
        assertThat(used).hasSize(others);
        read(shape, ApiPhase.BOTH, "{'$old':'x','id':1}");
        assertThat(used).hasSize(2 * others + 1 + again(shape)).containsOnly("user-bio");
        read(shape, ApiPhase.BOTH, "{'$old':'x','$new':'x','id':1}");
        assertThat(used).hasSize(3 * others + 2 + 2 * again(shape));
    }

    /** Those that such a body has beside the one at hand. */
    private static int oldNamesAround(Shape shape) {
        return (int) Pattern.compile("'(\\$old|headline|bio|info)'")
                .matcher(shape.body("{}", ApiPhase.BOTH))
                .results()
                .count();
    }

    /** Whether such a body has the object twice, under both names of what holds it. */
    private static int again(Shape shape) {
        return shape.body("{'$old':1}", ApiPhase.BOTH).split("\\{'\\$old':1\\}", -1).length > 2 ? 1 : 0;
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"BEAN", "RECORD", "CREATOR_AND_SETTER", "BUILDER", "UNWRAPPED"})
    void isToldOfARefusedUseToo(Shape shape) {
        assertThatExceptionOfType(RetiredNameException.class)
                .isThrownBy(() -> read(shape, ApiPhase.NEW, "{'$old':'x','id':1}"));
        assertThat(used).containsExactly("user-bio");
    }

    @Test
    void isNotToldOutsideOfHttp() {
        Mappers.in(ApiPhase.BOTH).readerFor(PlainShapes.Bean.class).readValue("{\"bio\":\"x\"}");
        assertThat(used).isEmpty();
    }

    private void read(Shape shape, ApiPhase phase, String json) {
        view.on(shape.configure(Mappers.builder(Mappers.renames(phase))).build().readerFor(shape.root))
                .readValue(shape.json(json, phase));
    }
}

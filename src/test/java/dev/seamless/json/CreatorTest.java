package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** A creator is called as Jackson calls it: it is given its own parameters alone, and what it throws arrives as ever. */
class CreatorTest {

    private final JsonMapper mapper = Mappers.in(ApiPhase.BOTH);

    @ParameterizedTest
    @CsvSource({"bio, Checked", "description, Checked", "bio, Made", "description, Made"})
    void failsAsAPlainOneDoes(String name, String type) throws ClassNotFoundException {
        String json = "{\"age\":1,\"%s\":\"bad\"}";
        Class<?> renamed = Class.forName(CreatorTest.class.getName() + "$" + type);
        Class<?> plain = Class.forName(CreatorTest.class.getName() + "$Plain" + type);
        Throwable expected = catchThrowable(() -> mapper.readValue(json.formatted("description"), plain));
        assertThat(expected).isInstanceOf(ValueInstantiationException.class).hasMessageContaining("bad text");
        assertThat(catchThrowable(() -> mapper.readValue(json.formatted(name), renamed)))
                .hasSameClassAs(expected)
                .hasMessageContaining("bad text")
                .cause()
                .hasSameClassAs(expected.getCause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bio", "description"})
    void anErrorIsNobodysToHandle(String name) {
        assertThat(catchThrowable(
                        () -> mapper.readValue("{\"age\":1,\"%s\":\"worse\"}".formatted(name), Checked.class)))
                .isExactlyInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bio", "description"})
    void aProblemHandlerIsShownTheCreatorsOwnArguments(String name) {
        AtomicReference<Object> arguments = new AtomicReference<>();
        JsonMapper handled = mapper.rebuild()
                .addHandler(new DeserializationProblemHandler() {
                    @Override
                    public Object handleInstantiationProblem(
                            DeserializationContext context, Class<?> type, Object argument, Throwable problem) {
                        arguments.set(List.of((Object[]) argument));
                        return new Checked(2, "good");
                    }
                })
                .build();
        assertThat(handled.readValue("{\"age\":1,\"%s\":\"bad\"}".formatted(name), Checked.class))
                .isEqualTo(new Checked(2, "good"));
        assertThat(arguments.get()).isEqualTo(List.of(1, "bad"));
    }

    @Test
    void aPrivateOneIsCalledToo() {
        for (String name : List.of("bio", "description")) {
            assertThat(mapper.readValue("{\"age\":1,\"%s\":\"x\"}".formatted(name), Hidden.class))
                    .isEqualTo(new Hidden(1, "x"));
        }
    }

    private static void check(String text) {
        if (text.equals("bad")) {
            throw new IllegalArgumentException("bad text");
        }
        if (text.equals("worse")) {
            throw new AssertionError();
        }
    }

    record Checked(
            int age, @Renamed(id = "user-bio", from = "bio") String description) {
        Checked {
            check(description);
        }
    }

    record PlainChecked(int age, String description) {
        PlainChecked {
            check(description);
        }
    }

    static final class Made {

        private final String description;

        private Made(String description) {
            this.description = description;
        }

        @JsonCreator
        static Made of(int age, @Renamed(id = "user-bio", from = "bio") String description) {
            check(description);
            return new Made(description);
        }

        public String getDescription() {
            return description;
        }
    }

    static final class PlainMade {

        @JsonCreator
        static PlainMade of(int age, String description) {
            check(description);
            return new PlainMade();
        }
    }

    private record Hidden(
            int age, @Renamed(id = "user-bio", from = "bio") String description) {}
}

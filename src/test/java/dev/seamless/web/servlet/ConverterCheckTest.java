package dev.seamless.web.servlet;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import dev.seamless.json.JsonRename;
import dev.seamless.json.Mappers;
import dev.seamless.web.OpenNames;
import dev.seamless.web.UsersApi.UserDto;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/** Converters that know nothing of an old name stop the start. */
class ConverterCheckTest {

    private static final HttpMessageConverter<?> PLAIN = new JacksonJsonHttpMessageConverter(Mappers.in(ApiPhase.BOTH));
    private static final List<HttpMessageConverter<?>> OURS = List.of(
            new ByteArrayHttpMessageConverter(),
            new StringHttpMessageConverter(),
            new ResourceHttpMessageConverter(),
            new RenameJsonConverter(new JacksonJsonHttpMessageConverter(Mappers.in(ApiPhase.BOTH))));

    @ParameterizedTest
    @EnumSource(
            value = ApiPhase.class,
            names = {"OLD", "BOTH", "SERVE_NEW"})
    void refusesAConverterThatWouldServeTheWrongShape(ApiPhase phase) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        new ConverterCheck(new OpenNames(names(phase), Set.of()), List.of()).check(List.of(PLAIN)))
                .satisfies(e -> org.assertj.core.api.Assertions.assertThat(e.description())
                        .contains(PLAIN.getClass().getName(), UserDto.class.getName(), "bio", "user-bio"))
                .withMessageContaining("seamless.accept-converters");
    }

    @Test
    void takesItsOwnConverterAndThoseThatCarryNoFields() {
        assertThatCode(() -> new ConverterCheck(new OpenNames(names(ApiPhase.BOTH), Set.of()), List.of()).check(OURS))
                .doesNotThrowAnyException();
    }

    @Test
    void takesAConverterThatIsAcceptedKnowingly() {
        assertThatCode(() -> new ConverterCheck(
                                new OpenNames(
                                        names(ApiPhase.BOTH),
                                        Set.of(PLAIN.getClass().getName())),
                                List.of())
                        .check(List.of(PLAIN)))
                .doesNotThrowAnyException();
    }

    @Test
    void looksAtOpenRenamesOnly() {
        assertThatCode(() -> new ConverterCheck(new OpenNames(names(ApiPhase.NEW), Set.of()), List.of())
                        .check(List.of(PLAIN)))
                .doesNotThrowAnyException();
        assertThatCode(() -> new ConverterCheck(new OpenNames(List.of(), Set.of()), List.of()).check(List.of(PLAIN)))
                .doesNotThrowAnyException();
    }

    private static List<JsonRename> names(ApiPhase phase) {
        return List.of(new JsonRename(
                Mappers.renames(phase).find("user-bio").orElseThrow(), UserDto.class, "bio", "description"));
    }
}

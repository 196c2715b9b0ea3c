package dev.seamless.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.validation.DefaultMessageCodesResolver;
import org.springframework.validation.FieldError;

/** Messages are found under keys of before and after a rename; what is shown has the caller's name alone. */
class SentCodesTest {

    @ParameterizedTest
    @CsvSource({
        "Size.user.things[0].title, Size.user.items[0].label, Size.label",
        "Size.user.things.title,    Size.user.items.label,    Size.label"
    })
    void findsMessagesUnderEitherName(String current, String former, String general) {
        for (String key : new String[] {current, former, general, "Size.title", "Size.java.lang.String", "Size"}) {
            StaticMessageSource messages = new StaticMessageSource();
            messages.addMessage(key, Locale.ENGLISH, "found");
            assertThat(messages.getMessage(error(), Locale.ENGLISH)).isEqualTo("found");
        }
    }

    @Test
    void showsTheCallersNameAlone() {
        SentFieldError error = error();
        assertThat(error.shown())
                .containsExactly(
                        "Size.user.items[0].label",
                        "Size.user.items.label",
                        "Size.items[0].label",
                        "Size.items.label",
                        "Size.label",
                        "Size.java.lang.String",
                        "Size");
        assertThat(error.getCode()).isEqualTo("Size");
        assertThat(error.getField()).isEqualTo("items[0].label");
        assertThat(error.toString()).doesNotContain("title", "things");
    }

    private static SentFieldError error() {
        String[] codes =
                new DefaultMessageCodesResolver().resolveMessageCodes("Size", "user", "things[0].title", String.class);
        return new SentFieldError(
                new FieldError("user", "things[0].title", "x", false, codes, null, "size"), "items[0].label");
    }
}

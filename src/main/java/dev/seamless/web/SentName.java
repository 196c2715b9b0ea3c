package dev.seamless.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** An error, or the name of a field in one, in the caller's words. */
final class SentName extends DefaultMessageSourceResolvable {

    private static final long serialVersionUID = 1;

    private final transient MessageSourceResolvable original;
    private final String[] shown;

    private SentName(
            MessageSourceResolvable original,
            String[] codes,
            String[] shown,
            Object @Nullable [] arguments,
            @Nullable String defaultMessage) {
        super(codes, arguments, defaultMessage);
        this.original = original;
        this.shown = shown;
    }

    /** The error about a parameter that the caller calls differently. Spring Boot shows all codes of such a one. */
    static SentName error(MessageSourceResolvable error, String name, String sent) {
        String[] codes = new SentCodes(error.getCodes(), name, sent).shown();
        return new SentName(
                error, codes, codes, arguments(error.getArguments(), name, sent), error.getDefaultMessage());
    }

    /** The arguments of a message, of which the first is the name of the field. */
    static Object @Nullable [] arguments(Object @Nullable [] arguments, String path, String sent) {
        if (arguments == null
                || arguments.length == 0
                || !(arguments[0] instanceof MessageSourceResolvable field)
                || !path.equals(field.getDefaultMessage())) {
            return arguments;
        }
        Object[] own = arguments.clone();
        SentCodes codes = new SentCodes(field.getCodes(), path, sent);
        own[0] = new SentName(field, codes.all(), codes.shown(), field.getArguments(), sent);
        return own;
    }

    MessageSourceResolvable original() {
        return original;
    }

    @Override
    @JsonIgnore
    public String @Nullable [] getCodes() {
        return super.getCodes();
    }

    @Override
    public @Nullable String getCode() {
        return shown.length == 0 ? null : shown[shown.length - 1];
    }

    @Override
    public String toString() {
        return new DefaultMessageSourceResolvable(shown, getArguments(), getDefaultMessage()).toString();
    }

    @JsonProperty("codes")
    String[] shown() {
        return shown.clone();
    }
}

package dev.seamless.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.FieldError;

/** An error about a field that the caller calls differently. */
final class SentFieldError extends FieldError {

    private static final long serialVersionUID = 1;

    private final transient FieldError original;
    private final String[] shown;

    SentFieldError(FieldError original, String sent) {
        this(original, sent, new SentCodes(original.getCodes(), original.getField(), sent));
    }

    private SentFieldError(FieldError original, String sent, SentCodes codes) {
        super(
                original.getObjectName(),
                sent,
                original.getRejectedValue(),
                original.isBindingFailure(),
                codes.all(),
                SentName.arguments(original.getArguments(), original.getField(), sent),
                original.getDefaultMessage());
        this.original = original;
        this.shown = codes.shown();
        if (original.contains(Object.class)) {
            wrap(original.unwrap(Object.class));
        }
    }

    @Override
    public boolean shouldRenderDefaultMessage() {
        return original.shouldRenderDefaultMessage();
    }

    @Override
    @JsonIgnore
    public String @Nullable [] getCodes() {
        return super.getCodes();
    }

    @Override
    public String toString() {
        return new FieldError(
                        getObjectName(),
                        getField(),
                        getRejectedValue(),
                        isBindingFailure(),
                        shown,
                        getArguments(),
                        getDefaultMessage())
                .toString();
    }

    @JsonProperty("codes")
    String[] shown() {
        return shown.clone();
    }
}

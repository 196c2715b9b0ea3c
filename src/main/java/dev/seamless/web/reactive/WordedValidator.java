package dev.seamless.web.reactive;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.AbstractBindingResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.Validator;

/** Puts what a validator finds in the words of the caller. */
record WordedValidator(Validator validator, UnaryOperator<BindingResult> words) implements SmartValidator {

    @Override
    public boolean supports(Class<?> type) {
        return validator.supports(type);
    }

    @Override
    public void validate(Object target, Errors errors) {
        find(errors, found -> validator.validate(target, found));
    }

    @Override
    public void validate(Object target, Errors errors, Object... hints) {
        find(errors, found -> {
            if (validator instanceof SmartValidator smart) {
                smart.validate(target, found, hints);
            } else {
                validator.validate(target, found);
            }
        });
    }

    @Override
    public void validateValue(
            Class<?> type, @Nullable String field, @Nullable Object value, Errors errors, Object... hints) {
        find(errors, found -> {
            if (validator instanceof SmartValidator smart) {
                smart.validateValue(type, field, value, found, hints);
            }
        });
    }

    /** By this Spring finds out whether a validation of the whole method makes this one superfluous. */
    @Override
    public <T> @Nullable T unwrap(@Nullable Class<T> type) {
        if (type == null || type.isInstance(validator)) {
            return type == null ? null : type.cast(validator);
        }
        return validator instanceof SmartValidator smart ? smart.unwrap(type) : null;
    }

    private void find(Errors errors, Consumer<Errors> validation) {
        if (!(errors instanceof BindingResult result)) {
            validation.accept(errors);
            return;
        }
        BindingResult found = emptyLike(result);
        validation.accept(found);
        for (ObjectError error : words.apply(found).getAllErrors()) {
            if (!(error instanceof FieldError field) || !isUnconverted(field, result)) {
                result.addError(error);
            }
        }
    }

    /** What could not be converted is not validated too, as Spring has it. */
    private static boolean isUnconverted(FieldError error, BindingResult result) {
        return result.getFieldErrors().stream()
                .anyMatch(earlier ->
                        earlier.isBindingFailure() && earlier.getField().equals(error.getField()));
    }

    static BindingResult emptyLike(BindingResult errors) {
        BeanPropertyBindingResult empty = new BeanPropertyBindingResult(errors.getTarget(), errors.getObjectName());
        empty.setNestedPath(errors.getNestedPath());
        if (errors instanceof AbstractBindingResult own) {
            empty.setMessageCodesResolver(own.getMessageCodesResolver());
        }
        return empty;
    }
}

package dev.seamless.web.reactive;

import java.util.function.UnaryOperator;
import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingErrorProcessor;
import org.springframework.validation.BindingResult;

/** Puts what a binder could not convert in the words of the caller. */
record WordedErrorProcessor(BindingErrorProcessor processor, UnaryOperator<BindingResult> words)
        implements BindingErrorProcessor {

    @Override
    public void processMissingFieldError(String field, BindingResult errors) {
        BindingResult found = WordedValidator.emptyLike(errors);
        processor.processMissingFieldError(field, found);
        words.apply(found).getAllErrors().forEach(errors::addError);
    }

    @Override
    public void processPropertyAccessException(PropertyAccessException e, BindingResult errors) {
        BindingResult found = WordedValidator.emptyLike(errors);
        processor.processPropertyAccessException(e, found);
        words.apply(found).getAllErrors().forEach(errors::addError);
    }
}

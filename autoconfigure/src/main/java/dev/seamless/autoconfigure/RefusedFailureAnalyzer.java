package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what Seamless refuses, and what to do instead. */
final class RefusedFailureAnalyzer extends AbstractFailureAnalyzer<RefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RefusedException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}

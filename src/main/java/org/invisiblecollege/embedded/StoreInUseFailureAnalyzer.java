package org.invisiblecollege.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a locked store and what to do about it. */
class StoreInUseFailureAnalyzer extends AbstractFailureAnalyzer<StoreInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StoreInUseException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop the other Invisible College, or give this one its own store with"
                        + " --college.embedded.directory=<directory>.",
                cause);
    }
}

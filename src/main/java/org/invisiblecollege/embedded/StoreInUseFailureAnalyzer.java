package org.invisiblecollege.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a locked store into a sentence and a way out. */
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

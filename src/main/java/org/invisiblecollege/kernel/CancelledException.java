package org.invisiblecollege.kernel;

/** Ends work that is no longer wanted, see {@link Cancellation}. It is no failure, so it has no stack trace. */
public final class CancelledException extends RuntimeException {

    private final Cancellation.Reason reason;

    CancelledException(Cancellation.Reason reason) {
        super("The work was cancelled: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Returns why the work ended. */
    public Cancellation.Reason reason() {
        return reason;
    }
}

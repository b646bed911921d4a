package org.invisiblecollege.kernel;

import java.time.Duration;
import java.util.function.Supplier;
import org.invisiblecollege.kernel.Cancellation.Reason;

/** Work that nobody wants any more. */
public final class CancelledWork {

    private CancelledWork() {}

    /** Does work whose time was over before it began. */
    public static <T> T run(Supplier<T> work) {
        Cancellation cancellation = Cancellation.after(Duration.ofMinutes(1));
        cancellation.cancel(Reason.TIMEOUT);
        return cancellation.call(work);
    }
}

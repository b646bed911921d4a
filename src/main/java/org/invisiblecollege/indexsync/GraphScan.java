package org.invisiblecollege.indexsync;

import java.util.function.LongConsumer;
import org.invisiblecollege.index.IndexSnapshot;

/** Reads the whole graph for the index. An embedded store is read in process, since reading it over Bolt takes minutes. */
public interface GraphScan {

    /**
     * Reads the whole graph. Concurrent writes may be missing; they are in the change log after the version of the result.
     *
     * @param papersRead receives the number of papers read so far, every 10,000 papers
     * @throws java.util.concurrent.CancellationException if this thread is interrupted
     */
    IndexSnapshot everything(LongConsumer papersRead);
}

package org.invisiblecollege.ingest.run;

import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;

/** Takes what a load reports about its source. */
interface ReportSink {

    /** Takes nothing, for a source that is read a second time. */
    ReportSink NONE = new ReportSink() {
        @Override
        public void reject(Rejection rejection) {
            // Reported when it is read again.
        }

        @Override
        public void warn(Warning warning) {
            // Reported when it is read again.
        }
    };

    void reject(Rejection rejection);

    void warn(Warning warning);
}

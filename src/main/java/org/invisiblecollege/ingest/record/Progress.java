package org.invisiblecollege.ingest.record;

/** Receives the progress of a load. */
public interface Progress {

    /** Ignores the progress. */
    Progress NONE = new Progress() {
        @Override
        public void start(String what, long total) {}

        @Override
        public void at(long done, int records) {}

        @Override
        public void end() {}
    };

    /**
     * Reports that a pass begins.
     *
     * @param total the size of the pass, in bytes or people; -1 if it is not known
     */
    void start(String what, long total);

    /** Reports how much of the pass is done. */
    void at(long done, int records);

    /** Reports that the pass is over. */
    void end();

    /** Reports a stage of which only the percentage is known; 0 begins it. */
    default void stage(String what, int percent) {
        if (percent == 0) {
            end();
            start(what, 100);
        }
        at(percent, 0);
    }
}

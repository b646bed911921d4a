package org.invisiblecollege.ingest.record;

/** Is told how a load gets on. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void start(String what, long total) {}

        @Override
        public void at(long done, int records) {}

        @Override
        public void end() {}
    };

    /**
     * A pass begins.
     *
     * @param total how much there is to do, in bytes or people; -1 if that is not known
     */
    void start(String what, long total);

    /** So much of the pass is done. */
    void at(long done, int records);

    /** The pass is over. */
    void end();

    /** A stage that only knows its percent; 0 begins it. */
    default void stage(String what, int percent) {
        if (percent == 0) {
            end();
            start(what, 100);
        }
        at(percent, 0);
    }
}

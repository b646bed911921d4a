package org.invisiblecollege.ingest.run;

import java.util.function.Supplier;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;

/**
 * Yields papers p0, p1, … and throws in one of its methods.
 *
 * @param papers how many papers it has
 * @param step where it throws
 * @param failure what it throws
 */
record FailingSource(int papers, Step step, Supplier<Error> failure) implements RecordSource {

    /** Where a source fails; {@code NOWHERE} for a source that works. */
    enum Step {
        DESCRIPTION,
        IDENTIFIES_PEOPLE,
        UPKEEP,
        SIZE,
        FIRST_RECORD,
        AFTER_LAST_RECORD,
        NOWHERE
    }

    /** Returns the same source without its failure. */
    FailingSource repaired() {
        return new FailingSource(papers, Step.NOWHERE, failure);
    }

    @Override
    public SourceDescription description() {
        failAt(Step.DESCRIPTION);
        return new SourceDescription("source:failing", "failing.bib", "BIBTEX", "00".repeat(32), null, null, "bibtex");
    }

    @Override
    public boolean identifiesPeople() {
        failAt(Step.IDENTIFIES_PEOPLE);
        return true;
    }

    @Override
    public Schemes upkeep() {
        failAt(Step.UPKEEP);
        return Schemes.NONE;
    }

    @Override
    public long size() {
        failAt(Step.SIZE);
        return papers;
    }

    @Override
    public void read(RecordSink sink) {
        failAt(Step.FIRST_RECORD);
        for (int i = 0; i < papers; i++) {
            sink.accept(PaperRecord.of("p" + i).title("Paper " + i).build());
            sink.progress(i + 1);
        }
        failAt(Step.AFTER_LAST_RECORD);
    }

    private void failAt(Step current) {
        if (current == step) {
            throw failure.get();
        }
    }
}

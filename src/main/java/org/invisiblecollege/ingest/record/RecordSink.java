package org.invisiblecollege.ingest.record;

import java.util.function.Consumer;

/** Receives what a source reads. */
public interface RecordSink {

    /** Returns a sink that takes papers and passes over everything else. */
    static RecordSink ofPapers(Consumer<PaperRecord> papers) {
        return new RecordSink() {
            @Override
            public void accept(IngestRecord record) {
                if (record instanceof PaperRecord paper) {
                    papers.accept(paper);
                }
            }

            @Override
            public void reject(Rejection rejection) {
                // What cannot be read has no paper.
            }

            @Override
            public void warn(Warning warning) {
                // The paper is accepted.
            }

            @Override
            public void skip(String code) {
                // Not a paper.
            }

            @Override
            public void progress(long bytesRead) {
                // No progress is shown.
            }
        };
    }

    /** Takes a record. */
    void accept(IngestRecord record);

    /** Reports a record or a part of a file that could not be taken; reading goes on. */
    void reject(Rejection rejection);

    /** Reports a doubt about a record that is accepted, or a part of it that is not taken. */
    void warn(Warning warning);

    /** Counts something that is passed over because it is no paper, by a stable code such as {@code frontmatter}. */
    void skip(String code);

    /** Reports how much of {@link RecordSource#size()} has been read. */
    void progress(long bytesRead);

    /** Reports that a file is written in an encoding, such as {@code UTF-16LE}. */
    default void encoding(String file, String encoding) {
        // Only an explanation of a file asks.
    }

    /**
     * Reports a field, column or element that a file has.
     *
     * @param isUsed whether anything is taken from it
     */
    default void field(String name, boolean isUsed) {
        // Only an explanation of a file asks.
    }
}

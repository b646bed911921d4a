package org.invisiblecollege.ingest.source.tagged;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;

/** Begins a paper for each record of a file that can be one. Not thread-safe. */
final class PaperDrafts {

    private final RecordSink sink;
    private final String file;
    private final Set<String> seen;

    private PaperDrafts(RecordSink sink, String file, Set<String> seen) {
        this.sink = sink;
        this.file = file;
        this.seen = seen;
    }

    /** Turns one record of a format into a paper. */
    @FunctionalInterface
    interface PaperReader {

        void read(TaggedRecord fields, PaperDrafts drafts);
    }

    /** Opens files of a format. */
    static FileSource open(
            String name, String kind, List<Path> files, Supplier<TagSyntax> syntax, PaperReader reader)
            throws IOException {
        return FileSource.open(name, kind, files, sink -> {
            Set<String> seen = new HashSet<>();
            return (in, file) -> {
                PaperDrafts drafts = new PaperDrafts(sink, file, seen);
                new RecordLines(in, file, syntax.get(), sink, fields -> reader.read(fields, drafts)).read();
            };
        });
    }

    /**
     * Begins a paper; empty where the record is rejected.
     *
     * @param ownId the source's own id; empty where it has none
     * @param title as written; may be empty
     */
    Optional<PaperDraft> begin(TaggedRecord fields, String ownId, String title) {
        String id = ownId.isEmpty() ? file + ":" + fields.line() : ownId;
        String shown = FieldText.title(title);
        if (shown.isEmpty()) {
            sink.reject(new Rejection("paper_without_title", file, fields.line(), id));
            return Optional.empty();
        }
        if (!seen.add(id)) {
            sink.reject(new Rejection("duplicate_id", file, fields.line(), id));
            return Optional.empty();
        }
        return Optional.of(new PaperDraft(fields, id, shown, sink, file));
    }
}

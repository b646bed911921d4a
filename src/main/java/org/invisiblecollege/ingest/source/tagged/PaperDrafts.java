package org.invisiblecollege.ingest.source.tagged;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.read.RecordIds;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;

/** Begins a paper for each record of a file that can be one. Not thread-safe. */
final class PaperDrafts {

    private final RecordSink sink;
    private final String file;
    private final RecordIds ids;

    private PaperDrafts(RecordSink sink, String file, RecordIds ids) {
        this.sink = sink;
        this.file = file;
        this.ids = ids;
    }

    /** Turns one record of a format into a paper. */
    @FunctionalInterface
    interface PaperReader {

        void read(TaggedRecord fields, PaperDrafts drafts);
    }

    /** Opens files of a format. */
    static FileSource open(String name, String kind, List<Path> files, Supplier<TagSyntax> syntax, PaperReader reader)
            throws IOException {
        return FileSource.open(name, kind, files, sink -> {
            RecordIds ids = new RecordIds(sink);
            return (in, file) -> {
                PaperDrafts drafts = new PaperDrafts(sink, file, ids);
                new RecordLines(in, file, syntax.get(), sink, fields -> reader.read(fields, drafts)).read();
            };
        });
    }

    /**
     * Begins a paper; empty where the record is rejected or was read before.
     *
     * @param ownId the source's own id; empty where it has none
     * @param title as written; may be empty
     */
    Optional<PaperDraft> begin(TaggedRecord fields, String ownId, String title) {
        String wanted = ownId.isEmpty() ? file + ":" + fields.line() : ownId;
        String shown = FieldText.title(title);
        if (shown.isEmpty()) {
            sink.reject(new Rejection("paper_without_title", file, fields.line(), wanted));
            return Optional.empty();
        }
        String id = ids.idOf(wanted, shown, file, fields.line());
        return id == null ? Optional.empty() : Optional.of(new PaperDraft(fields, id, shown, sink, file));
    }
}

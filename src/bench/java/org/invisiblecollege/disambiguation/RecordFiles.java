package org.invisiblecollege.disambiguation;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.text.Folding;

/**
 * Files of papers.
 *
 * @param format as ingest takes it
 * @param paths as ingest takes them
 */
record RecordFiles(String format, List<String> paths) {

    /**
     * Reads all papers.
     *
     * @param withEvidence whether the source's ids of people are read, where its names could do without
     */
    void read(boolean withEvidence, Consumer<PaperRecord> papers) throws IOException {
        for (RecordSource source : Formats.open(format, paths, new Formats.Options(null, withEvidence))) {
            source.read(RecordSink.ofPapers(papers));
        }
    }

    /** Returns what tells namesakes apart, without ids and ORCIDs. */
    static SourcePaper withoutIds(PaperRecord record) {
        return new SourcePaper(
                record.recordId(),
                record.title(),
                record.venue(),
                record.publishedOn() == null ? null : record.publishedOn().year(),
                record.authors().stream().map(RecordFiles::withoutId).toList(),
                keys(record.organisations()),
                record.references());
    }

    private static PersonMention withoutId(AuthorMention author) {
        return new PersonMention(author.name(), author.name(), false, null, keys(author.organisations()));
    }

    static List<String> keys(List<OrganisationMention> organisations) {
        return organisations.stream()
                .map(organisation -> Folding.key(organisation.name()))
                .toList();
    }
}

package org.invisiblecollege.mining;

import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.topic.Concept;

/** The reviews of mined terms, as a source: loading it matches all papers against the reviewed labels. */
public final class ReviewedTerms implements RecordSource {

    @Override
    public SourceDescription description() {
        String id = "source:reviewed-terms";
        return new SourceDescription(
                id, "Reviews of mined terms", "REVIEWED_TERMS", DigestUtils.sha256Hex(id), null, null, null);
    }

    @Override
    public Schemes upkeep() {
        return new Schemes(Set.of(), Set.of(Concept.MINED, Concept.CURATED));
    }

    @Override
    public long size() {
        return 0;
    }

    /** Gives no records, since the topics are in the graph. */
    @Override
    public void read(RecordSink sink) {}
}

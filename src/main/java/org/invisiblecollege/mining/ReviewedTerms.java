package org.invisiblecollege.mining;

import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.topic.Concept;

/** What curators made of mined terms, as a source that has papers looked through for it once more. */
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

    /** The topics are in the graph already. */
    @Override
    public void read(RecordSink sink) {}
}

package org.invisiblecollege.ingest.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.TreeMap;
import org.apache.commons.codec.digest.MurmurHash3;
import org.invisiblecollege.text.ShingleSketch;

/**
 * Computes the digest of a paper's record, by which a load finds it unchanged. Stores hold digests, so the same content
 * always gives the same one: the text it is computed from must not change, not even the names of the records in it that print
 * themselves.
 */
final class PaperDigest {

    /** Raised when the same record is to be written otherwise than before. */
    private static final int VERSION = 1;

    private PaperDigest() {}

    /** Returns the digest, 128 bits in hexadecimal. */
    static String of(PaperRecord paper) {
        ShingleSketch unstored = paper.abstractText() == null ? paper.fingerprint() : null;
        StringBuilder said = new StringBuilder(2_000)
                .append(VERSION)
                .append('\n')
                .append(paper.title())
                .append('\n')
                .append(paper.abstractText())
                .append('\n')
                .append(unstored == null ? null : unstored.encoded());
        paper.mentions()
                .forEach(mention -> said.append('\n')
                        .append(mention.topic())
                        .append(mention.field())
                        .append(mention.start()));
        paper.authors()
                .forEach(author -> said.append('\n')
                        .append(author.name())
                        .append('\t')
                        .append(author.position())
                        .append('\t')
                        .append(author.sourceId())
                        .append('\t')
                        .append(author.orcid())
                        .append(author.organisations()));
        said.append('\n')
                .append(paper.authorsComplete())
                .append(paper.authorCount())
                .append(paper.organisations())
                .append(paper.publishedOn())
                .append(paper.categories())
                .append(paper.venue())
                .append('\t')
                .append(paper.type())
                .append(paper.isRetracted())
                .append(new TreeMap<>(paper.externalIds()))
                .append(paper.assertedTopics())
                .append(paper.references())
                .append(paper.citationCount())
                .append(new TreeMap<>(paper.reported()));
        byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
        return HexFormat.of().toHexDigits(hash[0]) + HexFormat.of().toHexDigits(hash[1]);
    }
}

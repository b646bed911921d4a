package org.invisiblecollege.ingest.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.commons.codec.digest.MurmurHash3;
import org.invisiblecollege.text.ShingleSketch;
import org.invisiblecollege.topic.TopicMention;

/**
 * Computes the digest of a paper's record, by which a load finds it unchanged. Stores hold digests, so the same content
 * always gives the same one: the text it is computed from must not change, not even the names of records in it.
 */
final class PaperDigest {

    /** Raised when the same record is to be written otherwise than before. */
    private static final int VERSION = 1;
    /** Longer than what most records say. */
    private static final int INITIAL_LENGTH = 4_000;

    private PaperDigest() {}

    /** Returns the digest, 128 bits in hexadecimal. */
    static String of(PaperRecord paper) {
        ShingleSketch unstored = paper.abstractText() == null ? paper.fingerprint() : null;
        StringBuilder said = new StringBuilder(INITIAL_LENGTH)
                .append(VERSION)
                .append('\n')
                .append(paper.title())
                .append('\n')
                .append(paper.abstractText())
                .append('\n')
                .append(unstored == null ? null : unstored.encoded());
        for (TopicMention mention : paper.mentions()) {
            said.append('\n').append(mention.topic()).append(mention.field()).append(mention.start());
        }
        for (AuthorMention author : paper.authors()) {
            said.append('\n')
                    .append(author.name())
                    .append('\t')
                    .append(author.position())
                    .append('\t')
                    .append(author.sourceId())
                    .append('\t')
                    .append(author.orcid());
            if (author.canonicalName() != null && !author.canonicalName().equals(author.name())) {
                said.append('\t').append(author.canonicalName());
            }
            list(author.organisations(), PaperDigest::organisation, said);
        }
        said.append('\n').append(completeness(paper)).append(paper.authorCount());
        list(paper.organisations(), PaperDigest::organisation, said);
        said.append(paper.publishedOn());
        list(paper.categories(), (category, text) -> text.append(category), said);
        said.append(paper.venue());
        paper.venues().stream().skip(1).forEach(venue -> said.append('\n').append(venue));
        said.append('\t').append(paper.type()).append(paper.isRetracted()).append(new TreeMap<>(paper.externalIds()));
        list(paper.assertedTopics(), PaperDigest::topic, said);
        list(paper.references(), (reference, text) -> text.append(reference), said);
        said.append(paper.citationCount()).append(new TreeMap<>(paper.reported()));
        byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
        return HexFormat.of().toHexDigits(hash[0]) + HexFormat.of().toHexDigits(hash[1]);
    }

    /** Appends a list as lists print themselves. */
    private static <T> void list(List<T> items, BiConsumer<T, StringBuilder> item, StringBuilder said) {
        said.append('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                said.append(", ");
            }
            item.accept(items.get(i), said);
        }
        said.append(']');
    }

    /** Stores have digests from before there was a third answer. */
    private static String completeness(PaperRecord paper) {
        return switch (paper.authorList().completeness()) {
            case COMPLETE -> "true";
            case INCOMPLETE -> "false";
            case UNKNOWN -> "unknown";
        };
    }

    /** Appends an organisation as records print themselves, which is slower. */
    private static void organisation(OrganisationMention organisation, StringBuilder said) {
        said.append("OrganisationMention[name=")
                .append(organisation.name())
                .append(", sourceId=")
                .append(organisation.sourceId())
                .append(", ror=")
                .append(organisation.ror())
                .append(", country=")
                .append(organisation.country())
                .append(']');
    }

    /** Appends a topic as records print themselves, which is slower. */
    private static void topic(AssertedTopic topic, StringBuilder said) {
        said.append("AssertedTopic[scheme=")
                .append(topic.scheme())
                .append(", localId=")
                .append(topic.localId())
                .append(", label=")
                .append(topic.label())
                .append(", score=")
                .append(topic.score())
                .append(']');
    }
}

package org.invisiblecollege.ingest.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.MurmurHash3;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.ShingleSketch;
import org.invisiblecollege.topic.TopicMention;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one paper, before anything is resolved.
 *
 * @param recordId the source's own id or the place of the record, unique in the source
 * @param title null where the source gives none
 * @param abstractText null where the source gives none or it may not be stored
 * @param fingerprint of the abstract, where it was computed before or the abstract may not be stored
 * @param mentions topics found in title and abstract
 * @param authors in order, those of unknown position last
 * @param authorsComplete whether {@code authors} are all of them
 * @param authorCount number of authors the source states; null where it states none
 * @param organisations the source names for the whole paper
 * @param publishedOn null where unknown
 * @param categories of the source, as written
 * @param venue journal, conference or the like; null where unknown
 * @param type kind of publication, in Crossref's words; null where unknown
 * @param isRetracted whether the source says that it was retracted or removed
 * @param externalIds ids elsewhere by scheme, such as doi
 * @param assertedTopics topics the source gives the paper
 * @param references papers it cites, by the source's own record ids
 * @param citationCount as the source counts; null where it does not
 * @param reported other facts the source states, value by name
 * @param digest of all the others, where it was computed before
 */
public record PaperRecord(
        String recordId,
        @Nullable String title,
        @Nullable String abstractText,
        @Nullable ShingleSketch fingerprint,
        List<TopicMention> mentions,
        List<AuthorMention> authors,
        boolean authorsComplete,
        @Nullable Integer authorCount,
        List<OrganisationMention> organisations,
        @Nullable PublicationDate publishedOn,
        List<String> categories,
        @Nullable String venue,
        @Nullable String type,
        boolean isRetracted,
        Map<String, String> externalIds,
        List<AssertedTopic> assertedTopics,
        List<String> references,
        @Nullable Integer citationCount,
        Map<String, String> reported,
        @Nullable String digest)
        implements IngestRecord {

    /** Raised when the same record is to be written otherwise than before. */
    private static final int DIGEST_VERSION = 1;

    public PaperRecord {
        mentions = List.copyOf(mentions);
        authors = List.copyOf(authors);
        organisations = List.copyOf(organisations);
        categories = List.copyOf(categories);
        externalIds = Map.copyOf(externalIds);
        assertedTopics = List.copyOf(assertedTopics);
        references = List.copyOf(references);
        reported = Map.copyOf(reported);
    }

    /** Of the abstract, stored or not; null without one or if it has fewer than three words. */
    @Override
    public @Nullable ShingleSketch fingerprint() {
        return fingerprint != null || abstractText == null ? fingerprint : ShingleSketch.of(abstractText);
    }

    /** Changes when anything changes that the record says; 128 bits in hexadecimal. */
    @Override
    public String digest() {
        if (digest != null) {
            return digest;
        }
        StringBuilder said = new StringBuilder(2_000)
                .append(DIGEST_VERSION)
                .append('\n')
                .append(title)
                .append('\n')
                .append(abstractText)
                .append('\n')
                .append(fingerprint == null || abstractText != null ? null : fingerprint.encoded());
        mentions.forEach(mention -> said.append('\n')
                .append(mention.topic())
                .append(mention.field())
                .append(mention.start()));
        authors.forEach(author -> said.append('\n')
                .append(author.name())
                .append('\t')
                .append(author.position())
                .append('\t')
                .append(author.sourceId())
                .append('\t')
                .append(author.orcid())
                .append(author.organisations()));
        said.append('\n')
                .append(authorsComplete)
                .append(authorCount)
                .append(organisations)
                .append(publishedOn)
                .append(categories)
                .append(venue)
                .append('\t')
                .append(type)
                .append(isRetracted)
                .append(new TreeMap<>(externalIds))
                .append(assertedTopics)
                .append(references)
                .append(citationCount)
                .append(new TreeMap<>(reported));
        byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
        return HexFormat.of().toHexDigits(hash[0]) + HexFormat.of().toHexDigits(hash[1]);
    }

    /** The same record with these topics, its fingerprint and digest. */
    public PaperRecord withMentions(List<TopicMention> found) {
        PaperRecord mentioning = with(fingerprint(), found, null);
        return mentioning.with(mentioning.fingerprint, found, mentioning.digest());
    }

    private PaperRecord with(
            @Nullable ShingleSketch itsFingerprint, List<TopicMention> found, @Nullable String itsDigest) {
        return new PaperRecord(
                recordId,
                title,
                abstractText,
                itsFingerprint,
                found,
                authors,
                authorsComplete,
                authorCount,
                organisations,
                publishedOn,
                categories,
                venue,
                type,
                isRetracted,
                externalIds,
                assertedTopics,
                references,
                citationCount,
                reported,
                itsDigest);
    }

    /** Starts a record that says nothing yet; its author list is taken for complete. */
    public static Builder of(String recordId) {
        return new Builder(recordId);
    }

    /** Gathers what a source says. */
    public static final class Builder {

        private final String recordId;
        private @Nullable String title;
        private @Nullable String abstractText;
        private @Nullable ShingleSketch fingerprint;
        private List<TopicMention> mentions = List.of();
        private List<AuthorMention> authors = List.of();
        private boolean authorsComplete = true;
        private @Nullable Integer authorCount;
        private List<OrganisationMention> organisations = List.of();
        private @Nullable PublicationDate publishedOn;
        private List<String> categories = List.of();
        private @Nullable String venue;
        private @Nullable String type;
        private boolean isRetracted;
        private final Map<String, String> externalIds = new TreeMap<>();
        private List<AssertedTopic> assertedTopics = List.of();
        private List<String> references = List.of();
        private @Nullable Integer citationCount;
        private final Map<String, String> reported = new TreeMap<>();

        private Builder(String recordId) {
            this.recordId = recordId;
        }

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder abstractText(String value) {
            abstractText = value;
            return this;
        }

        public Builder mentions(List<TopicMention> value) {
            mentions = value;
            return this;
        }

        public Builder authors(List<AuthorMention> value, boolean complete) {
            authors = value;
            authorsComplete = complete;
            return this;
        }

        public Builder authorCount(int value) {
            authorCount = value;
            return this;
        }

        public Builder organisations(List<OrganisationMention> value) {
            organisations = value;
            return this;
        }

        public Builder publishedOn(PublicationDate value) {
            publishedOn = value;
            return this;
        }

        public Builder categories(List<String> value) {
            categories = value;
            return this;
        }

        public Builder venue(@Nullable String value) {
            venue = value;
            return this;
        }

        public Builder type(@Nullable String value) {
            type = value;
            return this;
        }

        public Builder retracted() {
            isRetracted = true;
            return this;
        }

        public Builder assertedTopics(List<AssertedTopic> value) {
            assertedTopics = value;
            return this;
        }

        public Builder references(List<String> value) {
            references = value;
            return this;
        }

        public Builder citationCount(@Nullable Integer value) {
            citationCount = value;
            return this;
        }

        public Builder externalId(String scheme, String value) {
            externalIds.put(scheme, value);
            return this;
        }

        public Builder reported(String name, @Nullable String value) {
            if (value != null) {
                reported.put(name, value);
            }
            return this;
        }

        public PaperRecord build() {
            return new PaperRecord(
                    recordId,
                    title,
                    abstractText,
                    fingerprint,
                    mentions,
                    authors,
                    authorsComplete,
                    authorCount,
                    organisations,
                    publishedOn,
                    categories,
                    venue,
                    type,
                    isRetracted,
                    externalIds,
                    assertedTopics,
                    references,
                    citationCount,
                    reported,
                    null);
        }
    }
}

package org.invisiblecollege.ingest.record;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.ShingleSketch;
import org.invisiblecollege.topic.TopicMention;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one paper, before anything is resolved.
 *
 * @param recordId the source's own id or the file and line of the record, unique in the source
 * @param text its title and abstract and what was computed from them
 * @param authorList its authors, and whether they are all of them
 * @param publication where and when it was published
 * @param links to other papers, topics and identifiers
 * @param reported other facts that the source states, value by name
 * @param digest of all the others, where it was computed before
 */
public record PaperRecord(
        String recordId,
        Text text,
        AuthorList authorList,
        Publication publication,
        Links links,
        Map<String, String> reported,
        @Nullable String digest)
        implements IngestRecord {

    public PaperRecord {
        reported = Map.copyOf(reported);
    }

    /**
     * The title and abstract of a paper.
     *
     * @param title null where the source gives none
     * @param abstractText null where the source gives none or it may not be stored
     * @param fingerprint of the abstract, where it was computed before or the abstract may not be stored
     * @param mentions topics found in title and abstract
     */
    public record Text(
            @Nullable String title,
            @Nullable String abstractText,
            @Nullable ShingleSketch fingerprint,
            List<TopicMention> mentions) {

        public Text {
            mentions = List.copyOf(mentions);
        }

        /** Returns the fingerprint of the abstract, stored or not; null without one or if it has fewer than three words. */
        @Override
        public @Nullable ShingleSketch fingerprint() {
            return fingerprint != null || abstractText == null ? fingerprint : ShingleSketch.of(abstractText);
        }
    }

    /** Whether the listed authors of a paper are all of them. */
    public enum Completeness {
        COMPLETE,
        INCOMPLETE,
        /** The source does not say. */
        UNKNOWN
    }

    /**
     * The authors of a paper.
     *
     * @param authors in order, those of unknown position last
     * @param completeness whether {@code authors} are all of them
     * @param authorCount number of authors that the source states; null where it states none
     * @param organisations that the source names for the whole paper
     */
    public record AuthorList(
            List<AuthorMention> authors,
            Completeness completeness,
            @Nullable Integer authorCount,
            List<OrganisationMention> organisations) {

        public AuthorList {
            authors = List.copyOf(authors);
            organisations = List.copyOf(organisations);
        }
    }

    /**
     * How a paper was published.
     *
     * @param date null where unknown
     * @param categories of the source, as written
     * @param venues journals, conferences or the like; the main one first
     * @param type kind of publication, in Crossref's words; null where unknown
     * @param isRetracted whether the source says that it was retracted or removed
     */
    public record Publication(
            @Nullable PublicationDate date,
            List<String> categories,
            List<VenueMention> venues,
            @Nullable String type,
            boolean isRetracted) {

        public Publication {
            categories = List.copyOf(categories);
            venues = List.copyOf(venues);
        }
    }

    /**
     * What a paper is linked to.
     *
     * @param externalIds ids elsewhere by scheme, such as doi
     * @param assertedTopics topics that the source gives the paper
     * @param references papers that it cites, by the source's own record ids
     * @param citationCount how often it is cited, as the source counts; null where it does not
     */
    public record Links(
            Map<String, String> externalIds,
            List<AssertedTopic> assertedTopics,
            List<String> references,
            @Nullable Integer citationCount) {

        public Links {
            externalIds = Map.copyOf(externalIds);
            assertedTopics = List.copyOf(assertedTopics);
            references = List.copyOf(references);
        }
    }

    public @Nullable String title() {
        return text.title();
    }

    public @Nullable String abstractText() {
        return text.abstractText();
    }

    public @Nullable ShingleSketch fingerprint() {
        return text.fingerprint();
    }

    public List<TopicMention> mentions() {
        return text.mentions();
    }

    public List<AuthorMention> authors() {
        return authorList.authors();
    }

    public boolean authorsComplete() {
        return authorList.completeness() == Completeness.COMPLETE;
    }

    public @Nullable Integer authorCount() {
        return authorList.authorCount();
    }

    public List<OrganisationMention> organisations() {
        return authorList.organisations();
    }

    public @Nullable PublicationDate publishedOn() {
        return publication.date();
    }

    public List<String> categories() {
        return publication.categories();
    }

    /** Returns the names of the venues, that of the main one first. */
    public List<String> venues() {
        return publication.venues().stream().map(VenueMention::name).toList();
    }

    /** Returns the main venue; null where none is known. */
    public @Nullable String venue() {
        return publication.venues().isEmpty()
                ? null
                : publication.venues().getFirst().name();
    }

    public @Nullable String type() {
        return publication.type();
    }

    public boolean isRetracted() {
        return publication.isRetracted();
    }

    public Map<String, String> externalIds() {
        return links.externalIds();
    }

    public List<AssertedTopic> assertedTopics() {
        return links.assertedTopics();
    }

    public List<String> references() {
        return links.references();
    }

    public @Nullable Integer citationCount() {
        return links.citationCount();
    }

    /** Returns a digest that differs where anything differs that the record says; 128 bits in hexadecimal. */
    @Override
    public String digest() {
        return digest == null ? PaperDigest.of(this) : digest;
    }

    /** Returns the same record under another id. */
    public PaperRecord withRecordId(String id) {
        return new PaperRecord(id, text, authorList, publication, links, reported, null);
    }

    /** Returns the same record with these topics, its fingerprint and digest. */
    public PaperRecord withMentions(List<TopicMention> found) {
        Text mentioning = new Text(title(), abstractText(), fingerprint(), found);
        String computed =
                new PaperRecord(recordId, mentioning, authorList, publication, links, reported, null).digest();
        return new PaperRecord(recordId, mentioning, authorList, publication, links, reported, computed);
    }

    /** Starts a record that says nothing yet; its author list is taken for complete. */
    public static Builder of(String recordId) {
        return new Builder(recordId);
    }

    /** Collects what a source says. */
    public static final class Builder {

        private final String recordId;
        private @Nullable String title;
        private @Nullable String abstractText;
        private @Nullable ShingleSketch fingerprint;
        private List<TopicMention> mentions = List.of();
        private List<AuthorMention> authors = List.of();
        private Completeness completeness = Completeness.COMPLETE;
        private @Nullable Integer authorCount;
        private List<OrganisationMention> organisations = List.of();
        private @Nullable PublicationDate publishedOn;
        private List<String> categories = List.of();
        private List<VenueMention> venues = List.of();
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

        public Builder title(@Nullable String value) {
            title = value;
            return this;
        }

        public Builder abstractText(@Nullable String value) {
            abstractText = value;
            return this;
        }

        /** Sets the fingerprint of an abstract that may not be stored. */
        public Builder fingerprint(@Nullable ShingleSketch value) {
            fingerprint = value;
            return this;
        }

        public Builder mentions(List<TopicMention> value) {
            mentions = value;
            return this;
        }

        public Builder authors(List<AuthorMention> value, boolean complete) {
            return authors(value, complete ? Completeness.COMPLETE : Completeness.INCOMPLETE);
        }

        public Builder authors(List<AuthorMention> value, Completeness known) {
            authors = value;
            completeness = known;
            return this;
        }

        public Builder authorCount(@Nullable Integer value) {
            authorCount = value;
            return this;
        }

        public Builder organisations(List<OrganisationMention> value) {
            organisations = value;
            return this;
        }

        public Builder publishedOn(@Nullable PublicationDate value) {
            publishedOn = value;
            return this;
        }

        public Builder categories(List<String> value) {
            categories = value;
            return this;
        }

        public Builder venue(@Nullable String value) {
            return venues(value == null ? List.of() : List.of(value));
        }

        /** Sets a venue by its name and its acronym, where the source has one; no venue where it has no name. */
        public Builder venue(@Nullable String name, @Nullable String acronym) {
            return venueMentions(name == null ? List.of() : List.of(new VenueMention(name, acronym)));
        }

        public Builder venues(List<String> names) {
            return venueMentions(
                    names.stream().map(name -> new VenueMention(name, null)).toList());
        }

        public Builder venueMentions(List<VenueMention> value) {
            venues = value;
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
                    new Text(title, abstractText, fingerprint, mentions),
                    new AuthorList(authors, completeness, authorCount, organisations),
                    new Publication(publishedOn, categories, venues, type, isRetracted),
                    new Links(externalIds, assertedTopics, references, citationCount),
                    reported,
                    null);
        }
    }
}

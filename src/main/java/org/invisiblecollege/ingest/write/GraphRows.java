package org.invisiblecollege.ingest.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.ingest.record.MintedIds;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch. {@link TransactionalWriter} sends them to the statements under {@code cypher/ingest/write}, which
 * name a row's components; {@link ImportSchema} makes columns of them. A component that is null makes no property, so that
 * both writers make the same graph.
 */
final class GraphRows {

    final List<RecordRow> newPapers = new ArrayList<>();
    final List<RecordRow> changedPapers = new ArrayList<>();
    final List<TargetsRow> targets = new ArrayList<>();
    final List<NewAuthorRow> newAuthors = new ArrayList<>();
    final List<JoinedAuthorRow> joinedAuthors = new ArrayList<>();
    final List<SpellingRow> spellings = new ArrayList<>();
    final List<SourceNameRow> sourceNames = new ArrayList<>();
    final List<OrcidRow> orcids = new ArrayList<>();
    final List<OrganisationRow> organisations = new ArrayList<>();
    final List<VenueRow> venues = new ArrayList<>();
    final List<TopicRow> assertedTopics = new ArrayList<>();
    final List<MetricRow> metrics = new ArrayList<>();
    final List<ResolvedPendingRow> resolvedPending = new ArrayList<>();

    /** Returns what writing the rows touches. */
    TouchedIds touched() {
        return new TouchedIds(
                Stream.concat(
                                Stream.concat(newPapers.stream(), changedPapers.stream())
                                        .map(RecordRow::id),
                                resolvedPending.stream().map(ResolvedPendingRow::paper))
                        .distinct()
                        .toList(),
                Stream.of(
                                newAuthors.stream().map(NewAuthorRow::id),
                                joinedAuthors.stream().map(JoinedAuthorRow::id),
                                orcids.stream().map(OrcidRow::id))
                        .flatMap(ids -> ids)
                        .distinct()
                        .toList(),
                organisations.stream().map(OrganisationRow::id).distinct().toList(),
                venues.stream().map(VenueRow::id).distinct().toList(),
                assertedTopics.stream().map(TopicRow::id).toList());
    }

    /**
     * A record and what it says about its paper.
     *
     * @param id of the paper
     * @param record source id, space and record id, as edges name it
     * @param given mask of the properties that the record gives
     * @param properties to set on the paper; a null removes one
     * @param hidden authors who are not shown
     * @param isShared whether other records say something about the paper too
     * @param metrics ids of what the source reports of the paper
     */
    record RecordRow(
            String id,
            String recordId,
            String record,
            String digest,
            long given,
            Map<String, @Nullable Object> properties,
            List<String> categories,
            List<String> externalIds,
            @Nullable List<String> references,
            List<AuthorshipRow> authors,
            List<AuthorshipRow> hidden,
            List<CitedTopicRow> topics,
            List<String> organisations,
            List<String> venues,
            boolean isShared,
            List<String> metrics) {

        /** Returns everything that the record links to its paper. */
        TargetsRow targets() {
            return new TargetsRow(
                    id,
                    record,
                    Stream.of(
                                    authors.stream().map(AuthorshipRow::id),
                                    hidden.stream().map(AuthorshipRow::id),
                                    topics.stream().map(topic -> topic.method() + " " + topic.id()),
                                    organisations.stream(),
                                    venues.stream())
                            .flatMap(ids -> ids)
                            .toList());
        }
    }

    /** The nodes that a record links to its paper: ids of authors, organisations and venues, method and id of topics. */
    record TargetsRow(String id, String record, List<String> targets) {}

    /**
     * An author of a paper.
     *
     * @param statedAuthor id of the author the record names, where a curator merged them into this one
     */
    record AuthorshipRow(
            String id,
            @Nullable Integer position,
            @Nullable String nameAsWritten,
            @Nullable List<String> organisations,
            @Nullable String statedAuthor) {}

    /** @param personKey the source's key for the author */
    record NewAuthorRow(
            String id,
            String name,
            String nameKey,
            String personKey,
            @Nullable String orcid) {}

    /** An author of other sources whom this one names for the first time. */
    record JoinedAuthorRow(String id, String personKey) {}

    record SpellingRow(String id, String name) {}

    /** The name by which the source calls an author. */
    record SourceNameRow(String id, String name) {}

    record OrcidRow(String id, String orcid) {}

    /** A person the source has a record of. */
    record PersonRow(
            String id,
            String name,
            String nameKey,
            List<String> variants,
            String recordId,
            @Nullable String orcid) {}

    /** An organisation as a paper's record names it. */
    record OrganisationRow(
            String id,
            String name,
            String nameKey,
            @Nullable String ror,
            @Nullable String country,
            String recordId) {}

    /** An organisation the source has a record of. */
    record OrganisationRecordRow(
            String id,
            String name,
            String nameKey,
            List<String> nameKeys,
            List<String> aliases,
            @Nullable String ror,
            @Nullable String country,
            String recordId) {}

    /**
     * A venue as a paper's record names it.
     *
     * @param nameKeys its folded name and acronyms
     */
    record VenueRow(String id, String name, String nameKey, List<String> nameKeys, List<String> acronyms) {}

    /**
     * A topic.
     *
     * @param isMatched null where the topic is known only because a source asserts it
     * @param cValue null unless the topic was mined, as {@code papers}
     */
    record TopicRow(
            String id,
            String label,
            String labelKey,
            List<String> labelKeys,
            @Nullable List<String> altLabels,
            @Nullable List<String> hiddenLabels,
            String scheme,
            @Nullable String scopeNote,
            @Nullable Boolean isMatched,
            @Nullable Double cValue,
            @Nullable Integer papers) {

        static TopicRow asserted(String id, String label, String scheme) {
            String key = Folding.key(label);
            return new TopicRow(id, label, key, List.of(key), null, null, scheme, null, null, null, null);
        }
    }

    /** @param about id of the node that the source reports the metric of */
    record MetricRow(String id, String about, String name, String value) {

        static MetricRow of(String about, String source, String name, String value) {
            return new MetricRow(id(about, source, name), about, name, value);
        }

        static String id(String about, String source, String name) {
            return "metric:" + MintedIds.hash(about + " " + source + " " + name);
        }
    }

    record PendingRow(String id, String source, String recordId, String abstractFingerprint, String at) {

        static PendingRow of(PendingRecord pending, String now) {
            return new PendingRow(
                    pending.id(),
                    pending.source(),
                    pending.recordId(),
                    pending.fingerprint().encoded(),
                    now);
        }
    }

    /** A pending record and the paper that it turns out to be about, by id. */
    record ResolvedPendingRow(String pending, String paper) {}

    record SourceRow(
            String id,
            String name,
            String kind,
            String sha256,
            @Nullable String licence,
            @Nullable String attribution,
            @Nullable String idScheme,
            int records,
            String lastLoaded,
            List<String> nameTreatments) {

        /** @param nameTreatment how the authors of the source are disambiguated, see {@link org.invisiblecollege.author.NamesInWords} */
        static SourceRow of(SourceDescription source, int records, String now, String nameTreatment) {
            return new SourceRow(
                    source.id(),
                    source.name(),
                    source.kind(),
                    source.sha256(),
                    source.licence(),
                    source.attribution(),
                    source.idScheme(),
                    records,
                    now,
                    List.of(nameTreatment));
        }
    }
}

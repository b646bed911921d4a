package org.invisiblecollege.ingest.write;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.invisiblecollege.changelog.TouchedIds;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.ingest.resolve.PaperProperties;
import org.invisiblecollege.ingest.topics.LoadedVocabularies;
import org.invisiblecollege.ingest.topics.MentionedTopics;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMatcher;
import org.invisiblecollege.topic.TopicMention;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * Brings the graph up to date with the vocabularies of a source, once all their topics are written. Links and topics that a
 * scheme given as a whole no longer has are removed; a topic that a source asserts of a paper stays. All papers are matched
 * again, but only against those schemes of the source whose labels are matched in texts.
 *
 * <p>A paper is matched by the title and abstract in the graph. A topic found in an abstract that the graph does not have,
 * such as those of the bundled papers, stays on its paper. Only differences are written.
 */
public final class SchemeUpdate {

    private static final int BATCH = 1_000;

    private static final CypherFile DELETE_STALE_LINKS = file("delete-stale-links");
    private static final CypherFile TOPICS_OF_SCHEMES = file("topics-of-schemes");
    private static final CypherFile RETIRE_TOPICS = file("retire-topics");
    private static final CypherFile COUNT_PAPERS = file("count-papers");
    private static final CypherFile PAPERS_TO_MATCH = file("papers-to-match");
    private static final CypherFile MATCH_PAPERS = file("match-papers");

    private final Graph graph;
    private final VersionedGraph versions;
    private final Clock clock;
    private final String source;
    private final List<Concept> ofWholeSchemes = new ArrayList<>();
    private final Set<String> whole = new TreeSet<>();
    private final Set<String> matched = new TreeSet<>();
    private int retired;
    private int papersRead;
    private int papersChanged;
    private int topicsOfPapers;

    /** A topic with the ids of the topics that it links to. */
    private record LinksRow(String id, List<String> broader, List<String> related) {}

    /**
     * The changes to a paper's topics.
     *
     * @param gone ids of topics that are no longer found
     */
    private record MatchedPaperRow(String id, List<MatchedTopicRow> topics, List<String> gone) {}

    /** @param records that gave a text with a mention; null where the paper has one record only */
    private record MatchedTopicRow(
            String id,
            String method,
            double score,
            @Nullable List<String> evidence,
            @Nullable List<String> records) {}

    /** A paper with the topics found in it before, by id, and its records. */
    private record MatchedPaper(
            String id, Map<String, String> texts, Map<String, CitedTopicRow> found, List<GivenProperties> records) {

        static MatchedPaper of(org.neo4j.driver.Record row) {
            Map<String, CitedTopicRow> found = new HashMap<>();
            row.get("matched").values().forEach(topic -> {
                String id = topic.get("topic").asString();
                found.put(
                        id,
                        new CitedTopicRow(
                                id,
                                topic.get("method").asString(),
                                topic.get("score").asDouble(0),
                                topic.get("evidence").asList(Value::asString, List.of())));
            });
            return new MatchedPaper(
                    row.get("id").asString(),
                    MentionedTopics.texts(
                            row.get("title").asString(null), row.get("abstract").asString(null)),
                    found,
                    row.get("records")
                            .asList(record -> new GivenProperties(
                                    record.get("name").asString(),
                                    record.get("given").asLong())));
        }

        /** Whether the texts still contain all evidence of a topic. */
        boolean shows(CitedTopicRow before) {
            return before.evidence() == null || before.evidence().stream().allMatch(this::shows);
        }

        private boolean shows(String evidence) {
            String[] parts = evidence.split(":", 4);
            return parts.length == 4
                    && texts.getOrDefault(parts[0], "").startsWith(parts[3], Integer.parseInt(parts[1]));
        }

        /** Returns the records that gave a text with a mention; null if the paper has one record only. */
        @Nullable List<String> recordsOf(List<TopicMention> mentions) {
            return records.size() < 2
                    ? null
                    : records.stream()
                            .filter(record -> mentions.stream()
                                    .anyMatch(mention -> PaperProperties.isGiven(mention.field(), record.given)))
                            .map(GivenProperties::record)
                            .toList();
        }
    }

    /** A record, as edges name it, and the mask of the properties that it gives. */
    private record GivenProperties(String record, long given) {}

    public SchemeUpdate(Graph graph, VersionedGraph versions, Clock clock, String source, RecordSource.Schemes upkeep) {
        this.graph = graph;
        this.versions = versions;
        this.clock = clock;
        this.source = source;
        whole.addAll(upkeep.whole());
        matched.addAll(upkeep.matched());
    }

    private static CypherFile file(String name) {
        return CypherFile.of(SchemeUpdate.class, name);
    }

    /** Adds topics that were written. */
    public void add(List<TopicRecord> topics) {
        for (TopicRecord topic : topics) {
            if (topic.isOfWholeScheme()) {
                ofWholeSchemes.add(topic.concept());
                whole.add(topic.concept().scheme());
            }
            if (topic.concept().isMatched()) {
                matched.add(topic.concept().scheme());
            }
        }
    }

    /** Whether papers are matched again. */
    public boolean matchesPapers() {
        return !matched.isEmpty();
    }

    /** Returns the number of topics that were removed, or that stay only because a source asserts them. */
    public int retired() {
        return retired;
    }

    /** Returns the number of papers that were matched again. */
    public int papersRead() {
        return papersRead;
    }

    /** Returns the number of topics found, summed over all papers. */
    public int topicsOfPapers() {
        return topicsOfPapers;
    }

    /** Returns the number of papers whose topics changed. */
    public int papersChanged() {
        return papersChanged;
    }

    /** Applies the update; applying it again changes nothing. */
    public void apply(Progress progress) {
        removeStaleLinks();
        Set<String> withdrawn = withdrawn();
        if (matchesPapers()) {
            matchPapers(withdrawn, progress);
        }
        retire(List.copyOf(withdrawn));
    }

    private void removeStaleLinks() {
        for (List<Concept> batch : RowBatches.of(ofWholeSchemes, BATCH)) {
            List<LinksRow> rows = batch.stream()
                    .map(concept -> new LinksRow(concept.id(), concept.broader(), concept.related()))
                    .toList();
            versions.write(
                    TouchedIds.topics(batch.stream().map(Concept::id).toList()),
                    transaction -> transaction.rows(DELETE_STALE_LINKS, rows));
        }
    }

    /** Returns the topics of whole schemes that the source no longer has. */
    private Set<String> withdrawn() {
        if (whole.isEmpty()) {
            return Set.of();
        }
        Set<String> withdrawn = new HashSet<>(graph.list(
                TOPICS_OF_SCHEMES,
                Map.of("schemes", List.copyOf(whole)),
                row -> row.get("id").asString()));
        ofWholeSchemes.forEach(concept -> withdrawn.remove(concept.id()));
        return withdrawn;
    }

    private void retire(List<String> topics) {
        for (List<String> batch : RowBatches.of(topics, BATCH)) {
            versions.write(
                    TouchedIds.topics(batch),
                    transaction -> transaction.ids(
                            RETIRE_TOPICS,
                            batch,
                            Map.of("source", source, "at", clock.instant().toString())));
        }
        retired += topics.size();
    }

    // ---- papers

    private void matchPapers(Set<String> withdrawn, Progress progress) {
        List<TopicMatcher> matchers = new LoadedVocabularies(graph)
                .matchers(concept -> matched.contains(concept.scheme()) && !withdrawn.contains(concept.id()));
        progress.start(
                "Matching papers",
                graph.one(COUNT_PAPERS, Map.of(), row -> row.get("papers").asLong()));
        for (List<MatchedPaper> page = papersAfter(""); !page.isEmpty(); ) {
            match(page, matchers, withdrawn);
            papersRead += page.size();
            progress.at(papersRead, papersRead);
            page = papersAfter(page.getLast().id);
        }
        progress.end();
    }

    private List<MatchedPaper> papersAfter(String id) {
        return graph.list(
                PAPERS_TO_MATCH,
                Map.of("after", id, "limit", BATCH, "schemes", List.copyOf(matched)),
                MatchedPaper::of);
    }

    private void match(List<MatchedPaper> page, List<TopicMatcher> matchers, Set<String> withdrawn) {
        List<MatchedPaperRow> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (MatchedPaper paper : page) {
            Map<String, List<TopicMention>> mentions = CitedTopicRow.byTopic(MentionedTopics.in(paper.texts, matchers));
            List<MatchedTopicRow> topics = new ArrayList<>();
            mentions.forEach((topic, ofTopic) -> {
                CitedTopicRow before = paper.found.get(topic);
                CitedTopicRow now = CitedTopicRow.matched(topic, ofTopic);
                if (before == null || (!before.equals(now) && paper.shows(before))) {
                    topics.add(new MatchedTopicRow(
                            topic, now.method(), now.score(), now.evidence(), paper.recordsOf(ofTopic)));
                }
            });
            topicsOfPapers += mentions.size();
            List<String> gone = paper.found.entrySet().stream()
                    .filter(before -> isGone(before.getValue(), mentions.get(before.getKey())))
                    .filter(before -> withdrawn.contains(before.getKey()) || paper.shows(before.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!topics.isEmpty() || !gone.isEmpty()) {
                ids.add(paper.id);
                rows.add(new MatchedPaperRow(paper.id, topics, gone));
            }
        }
        if (!rows.isEmpty()) {
            versions.write(TouchedIds.papers(ids), transaction -> transaction.rows(MATCH_PAPERS, rows));
        }
        papersChanged += rows.size();
    }

    /** Whether a topic is no longer found, or by another method, since a term may have been reviewed in between. */
    private static boolean isGone(CitedTopicRow before, @Nullable List<TopicMention> now) {
        return now == null || !now.getFirst().method().name().equals(before.method());
    }
}

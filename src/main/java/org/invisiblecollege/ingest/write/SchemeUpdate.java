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
 * What the vocabularies of a source mean for what is there already, once all their topics are written. Of a scheme that was
 * given as a whole, links that it has no more go, and topics that it has no more are retired unless a source asserts them
 * of a paper. All papers are matched anew against the schemes whose labels are looked for in texts, and against no other.
 *
 * <p>A paper is matched by the title and the abstract that the graph has. What was found in an abstract that it does not
 * have, as of the bundled papers, stays as long as the topic does. Only differences are written.
 */
public final class SchemeUpdate {

    private static final int BATCH = 1_000;

    private static final CypherFile FORGET_STALE_LINKS = file("forget-stale-links");
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

    /** A topic with the ids that it links to. */
    private record LinksRow(String id, List<String> broader, List<String> related) {}

    /**
     * The changes to a paper's topics.
     *
     * @param gone ids of topics
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

        /** Whether everything that shows a topic can be read in the texts. */
        boolean shows(CitedTopicRow before) {
            return before.evidence() == null || before.evidence().stream().allMatch(this::shows);
        }

        private boolean shows(String evidence) {
            String[] parts = evidence.split(":", 4);
            return parts.length == 4
                    && texts.getOrDefault(parts[0], "").startsWith(parts[3], Integer.parseInt(parts[1]));
        }

        /** Records that gave a text with a mention; null where the paper has one record, which goes without saying. */
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

    /** Takes note of topics that are written. */
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

    /** Whether papers have to be matched anew. */
    public boolean matchesPapers() {
        return !matched.isEmpty();
    }

    /** Topics that are in the graph no more, or only because a source asserts them. */
    public int retired() {
        return retired;
    }

    /** Papers that were matched anew. */
    public int papersRead() {
        return papersRead;
    }

    /** Topics that were found on papers, as many as there are edges of the schemes. */
    public int topicsOfPapers() {
        return topicsOfPapers;
    }

    /** Papers that were found to have other topics than before. */
    public int papersChanged() {
        return papersChanged;
    }

    /** Carries everything out; doing it again changes nothing. */
    public void apply(Progress progress) {
        forgetStaleLinks();
        Set<String> withdrawn = withdrawn();
        if (matchesPapers()) {
            matchPapers(withdrawn, progress);
        }
        retire(List.copyOf(withdrawn));
    }

    private void forgetStaleLinks() {
        for (int from = 0; from < ofWholeSchemes.size(); from += BATCH) {
            List<Concept> batch = ofWholeSchemes.subList(from, Math.min(from + BATCH, ofWholeSchemes.size()));
            List<LinksRow> rows = batch.stream()
                    .map(concept -> new LinksRow(concept.id(), concept.broader(), concept.related()))
                    .toList();
            versions.write(
                    TouchedIds.topics(batch.stream().map(Concept::id).toList()),
                    transaction -> transaction.rows(FORGET_STALE_LINKS, rows));
        }
    }

    /** Topics of the whole schemes that were not given. */
    private Set<String> withdrawn() {
        if (whole.isEmpty()) {
            return Set.of();
        }
        Set<String> left = new HashSet<>(graph.list(
                TOPICS_OF_SCHEMES,
                Map.of("schemes", List.copyOf(whole)),
                row -> row.get("id").asString()));
        ofWholeSchemes.forEach(concept -> left.remove(concept.id()));
        return left;
    }

    private void retire(List<String> topics) {
        for (int from = 0; from < topics.size(); from += BATCH) {
            List<String> batch = topics.subList(from, Math.min(from + BATCH, topics.size()));
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
            mentions.forEach((topic, its) -> {
                CitedTopicRow before = paper.found.get(topic);
                CitedTopicRow now = CitedTopicRow.matched(topic, its);
                if (before == null || (!before.equals(now) && paper.shows(before))) {
                    topics.add(new MatchedTopicRow(
                            topic, now.method(), now.score(), now.evidence(), paper.recordsOf(its)));
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
            versions.write(
                    new TouchedIds(ids, List.of(), List.of(), List.of()),
                    transaction -> transaction.rows(MATCH_PAPERS, rows));
        }
        papersChanged += rows.size();
    }

    /** Whether there is nothing found any more, or by another method: a term may have been reviewed in between. */
    private static boolean isGone(CitedTopicRow before, @Nullable List<TopicMention> now) {
        return now == null || !now.getFirst().method().name().equals(before.method());
    }
}

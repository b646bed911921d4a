package org.invisiblecollege.mining;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.ingest.topics.LoadedVocabularies;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMatcher;

/**
 * A vocabulary of the terms that recur in the papers of the graph, as a source. It is loaded like any vocabulary: terms that
 * no longer recur are retired, and papers are matched against the others.
 */
public final class MinedTerms implements RecordSource {

    static final String SOURCE = "source:mined-terms";

    private static final int MAX_TERMS = 10_000;

    private static final CypherFile TEXTS = CypherFile.of(MinedTerms.class, "texts");
    private static final CypherFile REVIEWED_TERMS = CypherFile.of(MinedTerms.class, "reviewed-terms");

    private final Graph graph;
    private final int minPapers;
    private final int maxTerms;

    MinedTerms(Graph graph, int minPapers, int maxTerms) {
        if (minPapers < 2) {
            throw DomainException.invalid("minPapers must be 2 or more, was " + minPapers + ".");
        }
        if (maxTerms < 0 || maxTerms > MAX_TERMS) {
            throw DomainException.invalid("most must be 0 to " + MAX_TERMS + ", was " + maxTerms + ".");
        }
        this.graph = graph;
        this.minPapers = minPapers;
        this.maxTerms = maxTerms;
    }

    @Override
    public SourceDescription description() {
        return new SourceDescription(
                SOURCE,
                "Terms mined from titles and abstracts",
                "MINED_TERMS",
                DigestUtils.sha256Hex(minPapers + " " + maxTerms),
                null,
                null,
                null);
    }

    @Override
    public Schemes upkeep() {
        return new Schemes(Set.of(Concept.MINED), Set.of(Concept.MINED, Concept.CURATED));
    }

    /** Returns 0, since the texts are in the graph. */
    @Override
    public long size() {
        return 0;
    }

    @Override
    public void read(RecordSink sink) throws IOException {
        List<TopicMatcher> vocabularies = new LoadedVocabularies(graph)
                .matchers(concept -> !concept.scheme().equals(Concept.MINED));
        Set<String> reviewed = new HashSet<>(
                graph.list(REVIEWED_TERMS, Map.of(), row -> row.get("id").asString()));
        new TermMiner(minPapers)
                .mine(this::texts, key -> reviewed.contains(id(key)) || isLabel(key, vocabularies), maxTerms)
                .forEach(term -> sink.accept(record(term)));
    }

    private void texts(TermMiner.Reader reader) throws IOException {
        try {
            graph.each(TEXTS, Map.of(), row -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new UncheckedIOException(new InterruptedIOException("Mining was interrupted"));
                }
                reader.paper(Stream.of("title", "abstract")
                        .map(name -> row.get(name).asString(null))
                        .filter(Objects::nonNull)
                        .toList());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether a vocabulary has the whole phrase as a label. */
    private static boolean isLabel(String phrase, List<TopicMatcher> vocabularies) {
        return vocabularies.stream()
                .flatMap(matcher -> matcher.match(Map.of("phrase", phrase)).stream())
                .anyMatch(mention -> mention.start() == 0 && mention.end() == phrase.length());
    }

    private static TopicRecord record(MinedTerm term) {
        String id = id(term.key());
        Concept concept =
                new Concept(id, Concept.MINED, term.label(), List.of(), List.of(), List.of(), List.of(), null, true);
        return new TopicRecord(id, concept, true, new TopicRecord.Termhood(term.cValue(), term.papers()));
    }

    private static String id(String key) {
        return "topic:" + Concept.MINED + ":" + key.replace(' ', '-');
    }
}

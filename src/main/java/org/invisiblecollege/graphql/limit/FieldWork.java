package org.invisiblecollege.graphql.limit;

import graphql.normalized.ExecutableNormalizedField;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to compute a field for one parent, beyond the values it returns: about five microseconds of processor time for
 * each unit, as {@code src/bench/hostile.sh} measures on 101,330 papers.
 */
final class FieldWork {

    /** Half a millisecond: a list or a figure of one parent from the index or from its share of a statement. */
    private static final int LIST = 100;

    /** A name of a list, of which a stranger may resolve 500; one that is misspelt takes two or three times as long. */
    private static final int NAME = 700;

    /** A few milliseconds: all papers or decisions of an author are looked at. */
    private static final int FIGURES = 500;

    /**
     * Ten milliseconds: many others are compared with an author, or all names with a text; or the database is asked for this
     * field alone.
     */
    private static final int COMPARISON = 2_000;

    /** Forty milliseconds: the abstracts of a hundred papers are compared with one. */
    private static final int TEXT_COMPARISON = 8_000;

    /**
     * A tenth of a second: all papers of a source, which the first who asks has read, or of a selection, or all open candidates
     * are gone through.
     */
    private static final int SOURCE = 20_000;

    /** What words in a selection of papers cost in addition. */
    private static final int WORDS = 500;

    private static final Map<String, Integer> OF_FIELDS = Map.ofEntries(
            Map.entry("Query.search", COMPARISON),
            Map.entry("Query.authorsByName", COMPARISON),
            Map.entry("Query.topicsByLabel", COMPARISON),
            Map.entry("Query.organisationsByName", COMPARISON),
            Map.entry("Query.resolveAuthors", NAME),
            Map.entry("Query.trendingTopics", COMPARISON),
            Map.entry("Query.collaborationPaths", COMPARISON),
            Map.entry("Query.papers", LIST),
            Map.entry("Query.papersSummary", SOURCE),
            Map.entry("PapersSummary.years", SOURCE),
            Map.entry("PapersSummary.authors", COMPARISON),
            Map.entry("PapersSummary.organisations", COMPARISON),
            Map.entry("PapersSummary.countries", COMPARISON),
            Map.entry("PapersSummary.topics", COMPARISON),
            Map.entry("PapersSummary.venues", COMPARISON),
            Map.entry("PapersSummary.types", COMPARISON),
            Map.entry("Query.minedTopics", COMPARISON),
            Map.entry("Query.graphSummary", COMPARISON),
            Map.entry("Query.source", COMPARISON),
            Map.entry("Query.ingestRun", COMPARISON),
            Map.entry("Query.ingestRuns", COMPARISON),
            Map.entry("Query.auditLog", COMPARISON),
            Map.entry("Query.identityCandidates", SOURCE),
            Map.entry("Query.identityDecisions", SOURCE),
            Map.entry("Author.similarAuthors", COMPARISON),
            Map.entry("Author.suggestedCollaborators", COMPARISON),
            Map.entry("Author.similarNames", COMPARISON),
            Map.entry("Author.metrics", FIGURES),
            Map.entry("Author.coAuthors", LIST),
            Map.entry("Author.papers", LIST),
            Map.entry("Author.topics", LIST),
            Map.entry("Author.activity", LIST),
            Map.entry("Author.identity", FIGURES),
            Map.entry("CoAuthorEdge.topics", LIST),
            Map.entry("CollaborationEdge.topics", LIST),
            Map.entry("Paper.relatedPapers", TEXT_COMPARISON),
            Map.entry("Paper.references", LIST),
            Map.entry("Paper.citedBy", LIST),
            Map.entry("Paper.novelty", LIST),
            Map.entry("Topic.experts", LIST),
            Map.entry("Topic.neighbours", LIST),
            Map.entry("Topic.organisations", LIST),
            Map.entry("Topic.trend", LIST),
            Map.entry("Topic.papers", LIST),
            Map.entry("Organisation.papers", LIST),
            Map.entry("Organisation.authors", LIST),
            Map.entry("Organisation.topics", LIST),
            Map.entry("Organisation.partners", LIST),
            Map.entry("SourceSummary.papers", SOURCE));

    private FieldWork() {}

    /** Returns the work of a field; that of the type that takes most if the parent may have several. */
    static long of(ExecutableNormalizedField field) {
        long most = 0;
        for (String type : field.getObjectTypeNames()) {
            most = Math.max(most, OF_FIELDS.getOrDefault(type + "." + field.getFieldName(), 0));
        }
        long times = times(field.getResolvedArguments());
        return most * times + (selectsWords(field) ? WORDS : 0);
    }

    /** How many names are resolved, or paths searched for. */
    private static int times(Map<String, Object> arguments) {
        if (arguments.get("references") instanceof Collection<?> references) {
            return references.size();
        }
        return arguments.get("input") instanceof Map<?, ?> input && input.get("k") instanceof Integer paths
                ? Math.max(1, paths)
                : 1;
    }

    private static boolean selectsWords(ExecutableNormalizedField field) {
        Map<String, Object> arguments = field.getResolvedArguments();
        return hasWords(arguments.get("filter"))
                || hasWords(arguments.get("within"))
                || (arguments.get("input") instanceof Map<?, ?> input && hasWords(input.get("within")));
    }

    private static boolean hasWords(@Nullable Object selection) {
        return selection instanceof Map<?, ?> filter && filter.get("text") != null;
    }
}

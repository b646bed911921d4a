package org.invisiblecollege.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question that every engine is asked with the same parameters. Its texts are files named after it: {@code .graphql} for the
 * service, {@code .cypher}, and {@code .peer.graphql}; an engine without a file is not asked.
 *
 * @param draw where its parameters come from
 * @param compared the fields whose values have to be equal in all answers, in their order
 * @param without why an engine is not asked, or what its answer lacks
 */
record ComparedQuestion(String name, Draw draw, Set<String> compared, String without) {

    /** Returns the sets of parameters. */
    interface Draw {
        List<Map<String, Object>> sets(DrawnParameters drawn);
    }

    private static final Set<String> IDS = Set.of("id", "title");
    private static final Set<String> EDGES =
            Set.of("id", "papers", "source", "target", "weight", "firstYear", "lastYear");

    private static final String NO_NETWORK = "Peer: a network is no query of a generated API.";

    static final List<ComparedQuestion> ALL = List.of(
            of("author-name", DrawnParameters::authors, Set.of("name"), ""),
            of("paper", DrawnParameters::papers, Set.of("id", "title", "year", "method", "score", "position"), ""),
            of(
                    "author-profile",
                    DrawnParameters::authors,
                    Set.of("id", "papers", "firstYear", "lastYear", "score"),
                    ""),
            of("topic-papers", DrawnParameters::topics, IDS, ""),
            of("papers-newest", DrawnParameters::nothing, IDS, ""),
            of("papers-topic-window", DrawnParameters::topicsInWindows, IDS, ""),
            of("papers-text", DrawnParameters::wordsOfTitles, IDS, ""),
            of(
                    "type-ahead",
                    DrawnParameters::prefixes,
                    Set.of("id"),
                    "Peer: one list over four kinds of nodes is no query of a generated API."),
            of(
                    "topic-experts",
                    DrawnParameters::topics,
                    Set.of("id", "papers", "score", "share", "lastYear"),
                    "Peer: a field with the statement of the Cypher column in @cypher."),
            of(
                    "similar-authors",
                    DrawnParameters::authors,
                    Set.of("id", "score"),
                    "Cypher and peer: the cosine of two authors' topics needs the papers of all topics of a thousand authors;"
                            + " Neo4j Community has no similarity over relationships."),
            of(
                    "suggested-collaborators",
                    DrawnParameters::authors,
                    Set.of("id", "score"),
                    "Cypher and peer: as similar-authors, for everyone two steps away."),
            of(
                    "ego-1",
                    DrawnParameters::authors,
                    EDGES,
                    "Cypher: reads the stored CO_AUTHOR edges. Peer: a field with the same statement in @cypher."),
            of("ego-2", DrawnParameters::authors, EDGES, "Cypher: as ego-1. " + NO_NETWORK),
            of("path", DrawnParameters::pairs, Set.of("distance", "length", "paperCount", "cost"), NO_NETWORK),
            of("topic-neighbourhood", DrawnParameters::topics, EDGES, NO_NETWORK),
            of("corpus-map-60", DrawnParameters::maxEdges, EDGES, "Cypher: as ego-1. " + NO_NETWORK),
            of("corpus-map-300", DrawnParameters::maxEdges, EDGES, "Cypher: as ego-1. " + NO_NETWORK),
            of(
                    "corpus-drawing-300",
                    DrawnParameters::maxEdges,
                    Set.of("id"),
                    "corpus-map-300 with communities, their topics and positions. Cypher and peer: Neo4j Community has"
                            + " neither communities nor a layout."),
            of("organisation-network", DrawnParameters::maxEdges, EDGES, NO_NETWORK));

    private static ComparedQuestion of(String name, Draw draw, Set<String> compared, String without) {
        return new ComparedQuestion(name, draw, compared, without);
    }

    String graphQl(Path texts) throws IOException {
        return Files.readString(texts.resolve(name + ".graphql"));
    }

    @Nullable String cypher(Path texts) throws IOException {
        return text(texts.resolve(name + ".cypher"));
    }

    @Nullable String peerGraphQl(Path texts) throws IOException {
        return text(texts.resolve(name + ".peer.graphql"));
    }

    private static @Nullable String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : null;
    }
}

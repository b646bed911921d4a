package org.invisiblecollege.hostile;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.Endpoint;

/** Ids of the entities that are most expensive to ask about, which anyone can find out. */
record KnownIds(List<String> authors, List<String> papers, List<String> topics) {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    static KnownIds of(Endpoint endpoint) throws IOException, InterruptedException {
        return new KnownIds(
                ids(
                        endpoint,
                        "{ collaborationNetwork(input: {maxNodes: 500, maxEdges: 0}) { nodes { author { id } } } }"),
                ids(endpoint, "{ papers(first: 500) { nodes { id } } }"),
                ids(
                        endpoint,
                        "{ topicNeighbourhood(input: {maxNodes: 500, maxEdges: 0}) { nodes { topic { id } } } }"));
    }

    private static List<String> ids(Endpoint endpoint, String document) throws IOException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        Matcher matcher = ID.matcher(endpoint.post(endpoint.body(document, Map.of())));
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        if (ids.isEmpty()) {
            throw new IllegalStateException("The store has nothing to answer " + document);
        }
        return List.copyOf(ids);
    }
}

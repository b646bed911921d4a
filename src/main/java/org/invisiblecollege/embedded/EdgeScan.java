package org.invisiblecollege.embedded;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.invisiblecollege.embedded.NodeNumbers.Kind;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.TopicEdgeCodec;
import org.invisiblecollege.topic.TopicMethod;
import org.neo4j.internal.kernel.api.RelationshipScanCursor;

/** The edges of all papers to authors, organisations, venues and topics, read in one pass over all edges of the store. */
final class EdgeScan {

    private final PaperEdges authors = new PaperEdges();
    private final PaperEdges organisations = new PaperEdges();
    private final PaperEdges venues = new PaperEdges();
    private final PaperEdges topics = new PaperEdges();
    /** Numbers of records, which papers have one by one. */
    private final PaperEdges recorded = new PaperEdges();

    private final List<PaperRow.SourceRecord> records = new ArrayList<>();
    /** Authors of each paper, including those that are hidden. */
    private final int[] listed;

    private EdgeScan(int papers) {
        listed = new int[papers];
    }

    /**
     * Reads the edges.
     *
     * @param organisations position of each organisation in the index by id
     * @param organisationPositions position of each organisation by number; -1 if it is not in the index
     * @param venuePositions position of each venue by number; -1 if it is not in the index
     * @param topicPositions position of each topic by number; -1 if it is not in the index
     */
    static EdgeScan of(
            StoreCursors store,
            NodeNumbers numbers,
            Object2IntMap<String> organisations,
            int[] organisationPositions,
            int[] venuePositions,
            int[] topicPositions) {
        EdgeScan scan = new EdgeScan(numbers.count(Kind.PAPER));
        int authoredBy = store.type("AUTHORED_BY");
        int fromOrganisation = store.type("FROM_ORGANISATION");
        int publishedIn = store.type("PUBLISHED_IN");
        int citesTopic = store.type("CITES_TOPIC");
        int recordedIn = store.type("RECORDED_IN");
        EntityProperties recording = store.properties("recordId");
        Long2ObjectMap<Optional<String>> sources = new Long2ObjectOpenHashMap<>();
        EntityProperties authorship = store.properties("organisations");
        EntityProperties citation = store.properties("method", "score");
        try (RelationshipScanCursor edges = store.edges()) {
            while (store.next(edges)) {
                int type = edges.type();
                if (type != authoredBy
                        && type != fromOrganisation
                        && type != publishedIn
                        && type != citesTopic
                        && type != recordedIn) {
                    continue;
                }
                int paper = numbers.of(edges.sourceNodeReference(), Kind.PAPER);
                if (paper < 0) {
                    continue;
                }
                long target = edges.targetNodeReference();
                if (type == recordedIn) {
                    recording.read(edges);
                    String record = recording.text(0);
                    Optional<String> source = sources.computeIfAbsent(
                            target, node -> Optional.ofNullable(store.text(node, "Source", "id")));
                    if (record != null && source.isPresent()) {
                        scan.recorded.add(paper, scan.records.size());
                        scan.records.add(new PaperRow.SourceRecord(source.get(), record));
                    }
                } else if (type == authoredBy) {
                    authorship.read(edges);
                    scan.listed[paper]++;
                    add(scan.authors, paper, numbers.of(target, Kind.AUTHOR));
                    for (String id : authorship.texts(0)) {
                        add(scan.organisations, paper, organisations.getInt(id));
                    }
                } else if (type == fromOrganisation) {
                    int organisation = numbers.of(target, Kind.ORGANISATION);
                    add(scan.organisations, paper, organisation < 0 ? -1 : organisationPositions[organisation]);
                } else if (type == publishedIn) {
                    int venue = numbers.of(target, Kind.VENUE);
                    add(scan.venues, paper, venue < 0 ? -1 : venuePositions[venue]);
                } else {
                    int topic = numbers.of(target, Kind.TOPIC);
                    int position = topic < 0 ? -1 : topicPositions[topic];
                    if (position >= 0) {
                        citation.read(edges);
                        scan.topics.add(paper, TopicEdgeCodec.link(position, code(citation)));
                    }
                }
            }
        }
        int papers = numbers.count(Kind.PAPER);
        scan.authors.group(papers);
        scan.organisations.group(papers);
        scan.venues.group(papers);
        scan.topics.group(papers);
        scan.recorded.group(papers);
        return scan;
    }

    private static void add(PaperEdges edges, int paper, int value) {
        if (value >= 0) {
            edges.add(paper, value);
        }
    }

    private static int code(EntityProperties citation) {
        String method = citation.text(0);
        if (method == null) {
            throw new IllegalStateException("An edge from a paper to a topic has no method");
        }
        return TopicEdgeCodec.of(TopicMethod.valueOf(method), citation.number(1));
    }

    /** Returns the records about a paper. */
    List<PaperRow.SourceRecord> records(int paper) {
        return Arrays.stream(recorded.get(paper)).mapToObj(records::get).toList();
    }

    /** Returns how many authors a paper lists, including those that are hidden. */
    int listed(int paper) {
        return listed[paper];
    }

    /**
     * Returns the authors of a paper that are in the index.
     *
     * @param positions position of each author by number; -1 if they are not in the index
     */
    int[] authors(int paper, int[] positions) {
        int[] known = authors.get(paper);
        int size = 0;
        for (int author : known) {
            if (positions[author] >= 0) {
                known[size++] = positions[author];
            }
        }
        return size == known.length ? known : Arrays.copyOf(known, size);
    }

    /** Returns the organisations of a paper and of its authors on it. */
    int[] organisations(int paper) {
        return organisations.get(paper);
    }

    /** Returns the venues of a paper. */
    int[] venues(int paper) {
        return venues.get(paper);
    }

    /** Returns the topics of a paper, as {@link TopicEdgeCodec#link} encodes them. */
    int[] topics(int paper) {
        return topics.get(paper);
    }
}

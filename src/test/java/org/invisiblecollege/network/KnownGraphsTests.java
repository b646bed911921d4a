package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexBuilder;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeRow;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two co-authorship graphs with published figures (Leskovec, Kleinberg, Faloutsos 2007), each edge loaded as a paper. */
@GivenData("data/coauthorship")
class KnownGraphsTests {

    @ParameterizedTest
    @CsvSource({
        "ca-GrQc, 5242, 14496, 12, 355, 4158, 13428, 0.5296, 48260, 0.6298, 17",
        "ca-HepTh, 9877, 25998, 25, 429, 8638, 24827, 0.4714, 28339, 0.2840, 18",
    })
    void measuresEqualThePublishedFigures(
            String file,
            int nodes,
            int edges,
            int loops,
            int components,
            int largestNodes,
            int largestEdges,
            double clustering,
            long triangles,
            double transitivity,
            int diameter)
            throws IOException {
        IndexSnapshot index = load(GivenData.FOLDER.resolve("data/coauthorship").resolve(file + ".txt.gz"));
        GraphMeasures measures = GraphMeasures.of(neighbours(index));
        assertThat(measures.nodes()).isEqualTo(nodes);
        assertThat(index.papers().count()).isEqualTo(edges);
        // A loop is a paper with one author.
        assertThat(measures.edges()).isEqualTo(edges - loops);
        assertThat(measures.components()).isEqualTo(components);
        assertThat(measures.largestNodes()).isEqualTo(largestNodes);
        assertThat(measures.largestEdges() + loopsIn(index, largestNodes)).isEqualTo(largestEdges);
        assertThat(measures.averageClustering()).isCloseTo(clustering, within(0.00005));
        assertThat(measures.triangles()).isEqualTo(triangles);
        assertThat(measures.transitivity()).isCloseTo(transitivity, within(0.00005));
        assertThat(measures.diameter()).isEqualTo(diameter);
    }

    /** The published figures count a loop as an edge. */
    private static long loopsIn(IndexSnapshot index, int largestNodes) {
        return IntStream.range(0, index.papers().count())
                .mapToObj(index.authors().ofPapers()::get)
                .filter(authors -> authors.length == 1
                        && ConnectedComponents.sizeAround(authors[0], index.authors(), PaperSet.all(index), rule(index))
                                == largestNodes)
                .count();
    }

    private static int[][] neighbours(IndexSnapshot index) {
        int[][] neighbours = new int[index.authors().count()][];
        try (NeighbourScan scan = new NeighbourScan(index.authors(), PaperSet.all(index), rule(index), any -> true)) {
            for (int author = 0; author < neighbours.length; author++) {
                scan.scan(author);
                neighbours[author] =
                        IntStream.range(0, scan.size()).map(scan::neighbour).toArray();
            }
        }
        return neighbours;
    }

    private static EdgeRule rule(IndexSnapshot index) {
        return EdgeRule.ofAuthors(index.papers(), index.authors(), Counting.FULL, null, 0, 1);
    }

    private static IndexSnapshot load(Path file) throws IOException {
        TreeSet<String> people = new TreeSet<>();
        TreeSet<String> pairs = new TreeSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] ends = line.trim().split("\\s+");
                people.add(ends[0]);
                people.add(ends[1]);
                pairs.add(ends[0].compareTo(ends[1]) < 0 ? ends[0] + " " + ends[1] : ends[1] + " " + ends[0]);
            });
        }
        IndexBuilder builder = new IndexBuilder();
        people.forEach(each -> builder.author(new NodeRow("author:" + each, each, each, List.of(), null, List.of())));
        pairs.forEach(pair -> {
            List<String> authors = List.of(pair.split(" ")).stream()
                    .map(each -> "author:" + each)
                    .distinct()
                    .toList();
            builder.paper(new PaperRow(
                    "paper:" + pair,
                    Bibliographies.publication(pair, null),
                    new PaperRow.AuthorList(authors, null, authors.size(), true),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        });
        return builder.build(1, "");
    }
}

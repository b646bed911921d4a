package org.invisiblecollege.collaboration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.Nodes;
import org.invisiblecollege.index.SnapshotFile;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.PathWeight;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.NeighbourhoodQuestion;
import org.invisiblecollege.topicnetwork.Neighbourhoods;
import org.invisiblecollege.topicnetwork.Normalisation;
import org.invisiblecollege.topicnetwork.TopicRank;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures walks of the index alone, one after the other for the thousand authors with most papers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class WalksBenchmark {

    private static final int AUTHORS = 1_000;
    private static final int DEFAULT_HOPS = 12;

    /** The snapshot. */
    @Param("")
    public String snapshot = "";

    private LiveIndex index = new LiveIndex();
    private List<String> authors = List.of();
    private List<String> topics = List.of();
    private int next;

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(WalksBenchmark.class.getName())
                        .param(
                                "snapshot",
                                Path.of(arguments[0]).toAbsolutePath().toString())
                        .build())
                .run();
    }

    /** Reads the index. */
    @Setup
    public void read() throws IOException {
        IndexSnapshot read = SnapshotFile.read(Path.of(snapshot));
        index = new LiveIndex();
        index.publish(read);
        authors = most(read.authors());
        topics = most(read.topics());
    }

    private static List<String> most(Nodes nodes) {
        return IntStream.range(0, nodes.count())
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer node) -> -nodes.papers().size(node)))
                .limit(AUTHORS)
                .map(nodes.ids()::get)
                .toList();
    }

    private String author() {
        return authors.get(next++ % authors.size());
    }

    private CollaborationNetwork network(String author, int depth, int maxNodes, int maxEdges) {
        return new Collaborations(index)
                .network(new CollaborationQuestion(
                        List.of(author),
                        List.of(),
                        List.of(),
                        null,
                        Counting.FULL,
                        100,
                        0,
                        1,
                        1,
                        depth,
                        maxNodes,
                        maxEdges,
                        1,
                        Layout.READABLE,
                        List.of()));
    }

    private int network(int depth) {
        CollaborationNetwork network = network(author(), depth, 150, 1500);
        return network.nodes().size() + network.edges().size();
    }

    /** Communities with their topics, which a file of a large network has. */
    @Benchmark
    public int communitiesOf5000() {
        return network(authors.getFirst(), 2, 5_000, 45_927).communities().stream()
                .mapToInt(community -> community.topics(2).size())
                .sum();
    }

    /** Positions, which a file of a large network leaves out. */
    @Benchmark
    public double positionsOf5000() {
        return network(authors.getFirst(), 2, 5_000, 45_927)
                .nodes()
                .getFirst()
                .getPosition()
                .x();
    }

    /** Positions of the largest network whose file has them. */
    @Benchmark
    public double positionsOf1000() {
        return network(authors.getFirst(), 2, 1_000, 10_000)
                .nodes()
                .getFirst()
                .getPosition()
                .x();
    }

    /** An ego network. */
    @Benchmark
    public int networkOfDepth1() {
        return network(1);
    }

    /** Collaborators of collaborators. */
    @Benchmark
    public int networkOfDepth2() {
        return network(2);
    }

    private int path(PathWeight by, int maxHops) {
        PathsQuestion question = new PathsQuestion(author(), author(), 1, by, Counting.FULL, null, 100, maxHops);
        return new Collaborations(index).paths(question).paths().size();
    }

    /** Fewest steps. */
    @Benchmark
    public int pathByHops() {
        return path(PathWeight.HOPS, DEFAULT_HOPS);
    }

    /** Strongest ties. */
    @Benchmark
    public int pathByStrength() {
        return path(PathWeight.STRENGTH, DEFAULT_HOPS);
    }

    /** Strongest ties in few steps, so that the strongest path of all is mostly too long. */
    @Benchmark
    public int pathByStrengthOf4Steps() {
        return path(PathWeight.STRENGTH, 4);
    }

    /** Topics around one, and around those. */
    @Benchmark
    public int topicsOfDepth2() {
        return new Neighbourhoods(index)
                .neighbourhood(new NeighbourhoodQuestion(
                        List.of(topics.get(next++ % topics.size())),
                        List.of(),
                        null,
                        Normalisation.ASSOCIATION_STRENGTH,
                        TopicRank.PAPERS,
                        null,
                        EnumSet.of(TopicMethod.ASSERTED, TopicMethod.MATCHED),
                        0,
                        false,
                        2,
                        2,
                        100,
                        1500,
                        1,
                        Layout.READABLE,
                        List.of()))
                .edges()
                .size();
    }

    /** People whose names begin with three letters. */
    @Benchmark
    public int names() {
        String name = author();
        return index.names().authors().named(name.substring(name.length() - 3)).length;
    }
}

package org.invisiblecollege.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a picture of a network can be read that is fitted into 1,400 × 900 pixels, with discs of a radius that rises with
 * the square root of a node's papers.
 */
final class PictureMeasures {

    private static final int WIDTH = 1_400;
    private static final int HEIGHT = 900;
    private static final int MARGIN = 40;
    /** Discs of larger networks are smaller. */
    private static final double MAX_NODES_OF_LARGE_DISCS = 150;

    private static final double MIN_RADIUS = 3;
    private static final double MAX_RADIUS = 16;
    /** Of a letter, on average, in the usual size of names. */
    private static final double LETTER_WIDTH = 6.4;

    private static final double LINE_HEIGHT = 14;
    private static final int NEAREST = 5;

    private final List<String> labels;
    private final Integer[] byPapers;
    private final double[] x;
    private final double[] y;
    private final double[] radius;
    private final boolean[][] areTied;
    private final int[] degrees;

    PictureMeasures(EgoNetwork network, Positions positions, int[] papers, List<String> labels) {
        int nodes = network.size();
        this.labels = labels;
        double width =
                extent(IntStream.range(0, nodes).mapToDouble(positions::x).toArray());
        double height =
                extent(IntStream.range(0, nodes).mapToDouble(positions::y).toArray());
        double left = IntStream.range(0, nodes).mapToDouble(positions::x).min().orElse(0);
        double bottom =
                IntStream.range(0, nodes).mapToDouble(positions::y).min().orElse(0);
        double scale = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height);
        x = IntStream.range(0, nodes)
                .mapToDouble(node -> WIDTH / 2.0 + scale * (positions.x(node) - left - width / 2))
                .toArray();
        y = IntStream.range(0, nodes)
                .mapToDouble(node -> HEIGHT / 2.0 - scale * (positions.y(node) - bottom - height / 2))
                .toArray();
        double most = Math.max(1, Arrays.stream(papers).max().orElse(1));
        double size = Math.min(1, Math.sqrt(MAX_NODES_OF_LARGE_DISCS / nodes));
        radius = Arrays.stream(papers)
                .mapToDouble(each -> size * (MIN_RADIUS + (MAX_RADIUS - MIN_RADIUS) * Math.sqrt(each / most)))
                .toArray();
        byPapers = IntStream.range(0, nodes)
                .boxed()
                .sorted(Comparator.comparingInt(node -> -papers[node]))
                .toArray(Integer[]::new);
        areTied = new boolean[nodes][nodes];
        degrees = new int[nodes];
        EdgeList edges = network.edges();
        for (int edge = 0; edge < edges.size(); edge++) {
            areTied[edges.source(edge)][edges.target(edge)] = true;
            areTied[edges.target(edge)][edges.source(edge)] = true;
            degrees[edges.source(edge)]++;
            degrees[edges.target(edge)]++;
        }
    }

    private static double extent(double[] axis) {
        return Math.max(
                1e-9,
                Arrays.stream(axis).max().orElse(0) - Arrays.stream(axis).min().orElse(0));
    }

    private double distance(int node, int other) {
        return Math.hypot(x[node] - x[other], y[node] - y[other]);
    }

    /** Returns the share of nodes whose disc is on another one, in percent. */
    double overlap() {
        return 100
                * IntStream.range(0, x.length)
                        .filter(node -> IntStream.range(0, x.length)
                                .anyMatch(
                                        other -> other != node && distance(node, other) < radius[node] + radius[other]))
                        .count()
                / (double) x.length;
    }

    private record Box(double left, double top, double width) {

        boolean isOn(Box other) {
            return left < other.left + other.width
                    && other.left < left + width
                    && Math.abs(top - other.top) < LINE_HEIGHT;
        }

        boolean isInside() {
            return left >= 0 && left + width <= WIDTH && top >= 0 && top + LINE_HEIGHT <= HEIGHT;
        }
    }

    /** Returns how many names fit below, right of, left of or above their node without being on one of a node with more papers. */
    int namesThatFit() {
        List<Box> names = new ArrayList<>();
        for (int node : byPapers) {
            double width = LETTER_WIDTH * labels.get(node).length();
            double gap = radius[node] + 2;
            List.of(
                            new Box(x[node] - width / 2, y[node] + gap, width),
                            new Box(x[node] + gap, y[node] - LINE_HEIGHT / 2, width),
                            new Box(x[node] - gap - width, y[node] - LINE_HEIGHT / 2, width),
                            new Box(x[node] - width / 2, y[node] - gap - LINE_HEIGHT, width))
                    .stream()
                    .filter(name -> name.isInside() && names.stream().noneMatch(name::isOn))
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names.size();
    }

    /** Returns the share of the nearest nodes, as many as a node has ties and at most five, that it has ties with. */
    double nearestArePartners() {
        return IntStream.range(0, x.length)
                .filter(node -> degrees[node] > 0)
                .mapToDouble(node -> IntStream.range(0, x.length)
                        .filter(other -> other != node)
                        .boxed()
                        .sorted(Comparator.comparingDouble(other -> distance(node, other)))
                        .limit(Math.min(NEAREST, degrees[node]))
                        .mapToInt(other -> areTied[node][other] ? 1 : 0)
                        .average()
                        .orElse(0))
                .average()
                .orElse(0);
    }

    /**
     * Returns Σ (s·d − h)²/h² by the number of pairs, where h is the number of steps between two nodes, d their distance, and
     * s the scale at which the sum is lowest; pairs without a path do not count.
     */
    double stress() {
        double ones = 0;
        double sum = 0;
        double squares = 0;
        for (int node = 0; node < x.length; node++) {
            int[] steps = steps(node);
            for (int other = 0; other < x.length; other++) {
                if (steps[other] > 0) {
                    double ratio = distance(node, other) / steps[other];
                    ones++;
                    sum += ratio;
                    squares += ratio * ratio;
                }
            }
        }
        return 1 - sum * sum / squares / Math.max(1, ones);
    }

    private int[] steps(int from) {
        int[] steps = new int[x.length];
        ArrayDeque<Integer> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            int node = next.remove();
            for (int other = 0; other < x.length; other++) {
                if (areTied[node][other] && steps[other] == 0 && other != from) {
                    steps[other] = steps[node] + 1;
                    next.add(other);
                }
            }
        }
        return steps;
    }
}

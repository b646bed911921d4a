package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PositionsTests {

    /** So many papers of two people. */
    private record Joint(int left, int right, int papers) {}

    /** Returns the network of some people. */
    private static EgoNetwork network(int people, List<Joint> ties) {
        List<PaperRow> papers = new ArrayList<>();
        for (Joint tie : ties) {
            for (int paper = 0; paper < tie.papers; paper++) {
                papers.add(Bibliographies.paper(papers.size(), 2000, List.of(), tie.left, tie.right));
            }
        }
        IndexSnapshot index = Bibliographies.index(
                IntStream.range(0, people).mapToObj(Bibliographies::person).toList(), papers);
        return EgoNetwork.of(
                index,
                index.authors(),
                PaperSet.all(index),
                EdgeRule.ofAuthors(index.papers(), index.authors(), Counting.FULL, null, 0, 1),
                new EgoNetwork.Scope(
                        new IntArrayList(IntStream.range(0, people).toArray()),
                        new IntArrayList(),
                        any -> true,
                        false,
                        new Limits(0, 5_000, 100_000)));
    }

    /** Returns the ties of groups of so many people, who all wrote three papers with each other. */
    private static List<Joint> groups(int groups, int size) {
        List<Joint> ties = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            for (int i = 1; i < size; i++) {
                for (int j = 0; j < i; j++) {
                    ties.add(new Joint(group * size + j, group * size + i, 3));
                }
            }
        }
        return ties;
    }

    /** Two groups of eight, joined by one paper. */
    private static EgoNetwork twoGroups() {
        List<Joint> ties = groups(2, 8);
        ties.add(new Joint(0, 8, 1));
        return network(16, ties);
    }

    /** Returns the coordinates of each person. */
    private static double[][] draw(Layout layout, EgoNetwork network, NodePosition... at) {
        HeldNodes held = HeldNodes.of(network, List.of(at), network.nodes().ids()::find);
        Positions positions = switch (layout) {
            case READABLE ->
                Positions.readable(
                        network.size(),
                        network.edges(),
                        Communities.of(network.size(), network.edges(), network.strengths(), 1),
                        held);
            case VOS -> Positions.vos(network.size(), network.edges(), held);
        };
        double[][] all = new double[2][network.size()];
        for (int node = 0; node < network.size(); node++) {
            int person = Integer.parseInt(
                    network.nodes().ids().get(network.ordinal(node)).replace("author:a", ""));
            all[0][person] = positions.x(node);
            all[1][person] = positions.y(node);
        }
        return all;
    }

    private static NodePosition at(int person, double x, double y) {
        return new NodePosition("author:a" + person, x, y);
    }

    private static double distance(double[][] all, int left, int right) {
        return Math.hypot(all[0][left] - all[0][right], all[1][left] - all[1][right]);
    }

    private static double extent(double[] axis) {
        return IntStream.range(0, axis.length).mapToDouble(i -> axis[i]).max().orElse(0)
                - IntStream.range(0, axis.length)
                        .mapToDouble(i -> axis[i])
                        .min()
                        .orElse(0);
    }

    private static void assertApart(double[][] all, double least) {
        for (int left = 1; left < all[0].length; left++) {
            for (int right = 0; right < left; right++) {
                assertThat(distance(all, left, right))
                        .as("%d and %d", left, right)
                        .isGreaterThan(least);
            }
        }
    }

    /** By VOS they are one. */
    @Test
    void twoGroupsThatAWeakTieJoinsAreNoLine() {
        double[][] all = draw(Layout.READABLE, twoGroups());
        assertThat(extent(all[1]) / extent(all[0])).isGreaterThan(0.2);
        assertApart(all, 0.05);
        double[][] vos = draw(Layout.VOS, twoGroups());
        assertThat(extent(vos[1]) / extent(vos[0])).isLessThan(0.1);
    }

    @ParameterizedTest
    @EnumSource
    void equalNetworksHaveEqualPositionsBetweenMinus1And1(Layout layout) {
        double[][] all = draw(layout, twoGroups());
        assertThat(draw(layout, twoGroups())).isDeepEqualTo(all);
        for (double[] axis : all) {
            for (double coordinate : axis) {
                assertThat(coordinate).isBetween(-1.0, 1.0);
            }
        }
        assertThat(Math.max(extent(all[0]), extent(all[1]))).isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void heldNodesAreExactlyWhereTheyWereAndNewcomersAmongTheirPartners(Layout layout) {
        List<Joint> ties = groups(2, 8);
        ties.add(new Joint(0, 8, 1));
        double[][] before = draw(layout, network(16, ties));
        ties.add(new Joint(16, 1, 2));
        ties.add(new Joint(16, 2, 2));
        ties.add(new Joint(17, 16, 1));
        double[][] after = draw(
                layout,
                network(18, ties),
                IntStream.range(0, 16)
                        .mapToObj(person -> at(person, before[0][person], before[1][person]))
                        .toArray(NodePosition[]::new));
        for (int person = 0; person < 16; person++) {
            assertThat(after[0][person]).isEqualTo(before[0][person]);
            assertThat(after[1][person]).isEqualTo(before[1][person]);
        }
        for (int newcomer : List.of(16, 17)) {
            assertThat(distance(after, newcomer, 1)).isLessThan(distance(after, newcomer, 9));
        }
    }

    /** A picture that is drawn again at half the size and elsewhere has its newcomer at half the distance. */
    @Test
    void newcomersFitIntoThePictureWhateverItsSize() {
        List<Joint> ties = groups(1, 6);
        double[][] before = draw(Layout.READABLE, network(6, ties));
        ties.add(new Joint(0, 6, 2));
        List<double[][]> drawn = new ArrayList<>();
        for (double scale : List.of(1.0, 0.5)) {
            drawn.add(draw(
                    Layout.READABLE,
                    network(7, ties),
                    IntStream.range(0, 6)
                            .mapToObj(person -> at(person, 2 + scale * before[0][person], scale * before[1][person]))
                            .toArray(NodePosition[]::new)));
        }
        assertThat(distance(drawn.getLast(), 0, 6)).isCloseTo(distance(drawn.getFirst(), 0, 6) / 2, within(1e-3));
        assertApart(drawn.getLast(), 0.05);
    }

    @ParameterizedTest
    @EnumSource
    void peopleWithoutTiesArePlacedToo(Layout layout) {
        double[][] free = draw(layout, network(20, groups(2, 8)));
        assertApart(free, 0.001);
        double[][] held = draw(layout, network(20, groups(2, 8)), at(0, 0.5, 0), at(1, 0.6, 0.1), at(19, -0.5, 0));
        assertApart(held, 0.001);
        assertThat(held[0][19]).isEqualTo(-0.5);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnyTiePeopleAreOnACircleOrRoundThoseHeld(Layout layout) {
        double[][] circle = draw(layout, network(4, List.of()));
        assertThat(distance(circle, 0, 2)).isCloseTo(2, within(1e-9));
        assertThat(distance(circle, 0, 1)).isCloseTo(Math.sqrt(2), within(1e-9));
        assertApart(draw(layout, network(4, List.of()), at(0, 0, 0), at(1, 1, 0)), 0.1);
    }

    @ParameterizedTest
    @EnumSource
    void aPictureMovesToTheOnlyPlaceThatIsHeld(Layout layout) {
        double[][] free = draw(layout, twoGroups());
        double[][] held = draw(layout, twoGroups(), at(5, 3, -2), at(5, 0, 0), at(16, 1, 1));
        assertThat(held[0][5]).isEqualTo(3);
        assertThat(held[1][5]).isEqualTo(-2);
        assertThat(distance(held, 5, 9)).isCloseTo(distance(free, 5, 9), within(1e-9));
        double[][] together = draw(layout, twoGroups(), at(5, 3, -2), at(6, 3, -2));
        assertThat(distance(together, 5, 6)).isZero();
        assertThat(distance(together, 5, 9)).isCloseTo(distance(free, 5, 9), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void onePersonIsInTheMiddle(Layout layout) {
        assertThat(draw(layout, network(1, List.of()))).isDeepEqualTo(new double[][] {{0}, {0}});
        assertThat(draw(layout, network(1, List.of()), at(0, 0.25, -1))).isDeepEqualTo(new double[][] {{0.25}, {-1}});
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyNetworkHasNoPositions(Layout layout) {
        assertThat(draw(layout, network(0, List.of()))).isDeepEqualTo(new double[2][0]);
    }

    @ParameterizedTest
    @EnumSource
    void twoPeopleAreApart(Layout layout) {
        assertThat(distance(draw(layout, network(2, List.of(new Joint(0, 1, 1)))), 0, 1))
                .isGreaterThan(1);
    }
}

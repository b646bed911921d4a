package org.invisiblecollege.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.NetworkNode;
import org.invisiblecollege.network.NetworkResult.Position;
import org.invisiblecollege.network.NodePosition;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.NeighbourhoodQuestion;
import org.invisiblecollege.topicnetwork.Neighbourhoods;
import org.invisiblecollege.topicnetwork.Normalisation;
import org.invisiblecollege.topicnetwork.TopicRank;
import org.junit.jupiter.api.Test;

/** Networks that are asked for with a layout and with nodes that stay where they are. */
class DrawnNetworksTests {

    /** Person 0 wrote with 1, 1 with 2, and 2 with 3; topics and organisations are on these papers in the same way. */
    private static LiveIndex index() {
        LiveIndex index = new LiveIndex();
        index.publish(Bibliographies.index(
                List.of(
                        Bibliographies.person(0),
                        Bibliographies.person(1),
                        Bibliographies.person(2),
                        Bibliographies.person(3)),
                List.of(paper(0), paper(1), paper(2))));
        return index;
    }

    private static PaperRow paper(int number) {
        return new PaperRow(
                "paper:p" + number,
                Bibliographies.publication("paper " + number, 2000),
                new PaperRow.AuthorList(List.of("author:a" + number, "author:a" + (number + 1)), null, 2, true),
                List.of("organisation:o" + number, "organisation:o" + (number + 1)),
                List.of("topic:t" + number, "topic:t" + (number + 1)),
                List.of(0, 0),
                List.of());
    }

    private static CollaborationNetwork people(List<List<String>> sameAs, Layout layout, NodePosition... at) {
        return new Collaborations(index())
                .network(new CollaborationQuestion(
                        List.of("author:a0"),
                        List.of(),
                        sameAs,
                        null,
                        Counting.FULL,
                        null,
                        0,
                        1,
                        1,
                        3,
                        100,
                        1_000,
                        1,
                        layout,
                        List.of(at)));
    }

    private static Position position(Iterable<? extends NetworkNode> nodes, String id) {
        for (NetworkNode node : nodes) {
            if (node.id().equals(id)) {
                return node.getPosition();
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void peopleAreHeld() {
        CollaborationNetwork network = people(
                List.of(),
                Layout.READABLE,
                new NodePosition("author:a1", -0.5, 0.25),
                new NodePosition("author:a2", 1.5, 0),
                new NodePosition("author:a1", 9, 9));
        assertThat(position(network.nodes(), "author:a1")).isEqualTo(new Position(-0.5, 0.25));
        assertThat(position(network.nodes(), "author:a2")).isEqualTo(new Position(1.5, 0));
        assertThat(network.methods())
                .contains(
                        "; layout readable: attraction 2, repulsion -1, weights normalised by fractionalisation and times 3"
                                + " within communities, so the distance between two communities is no evidence of how related they"
                                + " are, 2 nodes held where they were; graph version 1.");
    }

    @Test
    void theMethodsOfVosSayNothingOfCommunities() {
        assertThat(people(List.of(), Layout.VOS).methods())
                .endsWith("; layout VOS: attraction 2, repulsion 1, weights normalised by association strength; graph"
                        + " version 1.");
    }

    @Test
    void whoIsTreatedAsAnotherIsHeldAsThatOne() {
        CollaborationNetwork network = people(
                List.of(List.of("author:a3", "author:a2")), Layout.READABLE, new NodePosition("author:a2", 0.5, -0.5));
        assertThat(position(network.nodes(), "author:a3")).isEqualTo(new Position(0.5, -0.5));
    }

    @Test
    void unknownPeopleCannotBeHeld() {
        assertThatThrownBy(() -> people(List.of(), Layout.VOS, new NodePosition("author:none", 0, 0)))
                .isInstanceOfSatisfying(DomainException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("NOT_FOUND");
                    assertThat(refused.properties()).containsEntry("ids", List.of("author:none"));
                });
    }

    @Test
    void coordinatesAreFiniteAndNotFarAway() {
        assertThatThrownBy(() -> new NodePosition("author:a0", 0, 10.5))
                .hasMessage("x and y of a position must be -10 to 10, were 0.0 and 10.5.");
        assertThatThrownBy(() -> new NodePosition("author:a0", Double.NaN, 0)).isInstanceOf(DomainException.class);
        assertThat(new NodePosition("author:a0", -10, 10).x()).isEqualTo(-10);
    }

    @Test
    void countriesAreHeldByTheirCode() {
        OrganisationNetwork network = new Collaborations(index())
                .organisations(new OrganisationQuestion(
                        List.of(),
                        List.of(),
                        OrganisationQuestion.Level.COUNTRY,
                        null,
                        Counting.FULL,
                        0,
                        1,
                        1,
                        100,
                        1_000,
                        1,
                        Layout.READABLE,
                        List.of(new NodePosition("aa", 0.5, 0.5))));
        assertThat(position(network.nodes(), "country:AA")).isEqualTo(new Position(0.5, 0.5));
    }

    @Test
    void topicsAreHeld() {
        assertThat(position(
                        new Neighbourhoods(index())
                                .neighbourhood(new NeighbourhoodQuestion(
                                        List.of(),
                                        List.of(),
                                        null,
                                        Normalisation.COSINE,
                                        TopicRank.PAPERS,
                                        null,
                                        EnumSet.allOf(TopicMethod.class),
                                        0,
                                        false,
                                        1,
                                        1,
                                        100,
                                        1_000,
                                        1,
                                        Layout.VOS,
                                        List.of(new NodePosition("topic:t2", 0, -1))))
                                .nodes(),
                        "topic:t2"))
                .isEqualTo(new Position(0, -1));
    }
}

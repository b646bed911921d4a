package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexBuilder;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeRow;
import org.junit.jupiter.api.Test;

/** Of forty papers six form a network; all six are on one topic, the first three also on a second, the others on a third. */
class TopicSharesTests {

    private static final int[] LEFT = {0, 1, 2};
    private static final int[] NETWORK = {0, 1, 2, 3, 4, 5};

    private final TopicShares shares = TopicShares.of(index());

    private static IndexSnapshot index() {
        IndexBuilder builder = new IndexBuilder();
        List<String> names = List.of("common", "left", "right");
        for (int i = 0; i < names.size(); i++) {
            builder.topic(new NodeRow("topic:t" + i, names.get(i), names.get(i), List.of(), null, List.of()));
        }
        for (int i = 0; i < 40; i++) {
            List<Integer> topics = new ArrayList<>();
            if (i < 6) {
                topics.add(0);
            }
            // Eight papers outside of the network too.
            if (i < 3 || (i >= 6 && i < 14)) {
                topics.add(1);
            }
            if (i >= 3 && i < 6) {
                topics.add(2);
            }
            builder.paper(Bibliographies.paper(i, 2020, topics));
        }
        return builder.build(1, "2026-01-01T00:00:00Z");
    }

    @Test
    void rareTopicsWeighMore() {
        List<WeightedTopic> topics = shares.top(LEFT, 5);
        assertThat(topics).extracting(WeightedTopic::label).containsExactly("common", "left");
        // 3 ln(40/6), 3 ln(40/11)
        assertThat(topics.get(0).weight()).isCloseTo(5.6914, within(0.0001));
        assertThat(topics.get(1).weight()).isCloseTo(3.8730, within(0.0001));
    }

    @Test
    void aCommunityIsDistinguishedByTopicsThatTheRestOfItsNetworkLacks() {
        List<WeightedTopic> topics = shares.distinguishing(LEFT, shares.count(NETWORK), 5);
        // All of three against three of six: 3.8730 · ln 2 is more than 5.6914 · ln 1; the weight itself
        // stays the same.
        assertThat(topics).extracting(WeightedTopic::label).containsExactly("left", "common");
        assertThat(topics.get(0).weight()).isCloseTo(3.8730, within(0.0001));
    }

    @Test
    void theOnlyCommunityOfANetworkHasTheTopicsOfTheNetwork() {
        assertThat(shares.distinguishing(NETWORK, shares.count(NETWORK), 5)).isEqualTo(shares.top(NETWORK, 5));
    }
}

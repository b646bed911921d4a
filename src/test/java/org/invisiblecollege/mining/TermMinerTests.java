package org.invisiblecollege.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TermMinerTests {

    private static List<MinedTerm> mine(int minPapers, List<String> texts) throws IOException {
        return new TermMiner(minPapers)
                .mine(reader -> texts.forEach(text -> reader.paper(List.of(text))), key -> false, 100);
    }

    private static List<String> keys(String text) throws IOException {
        return mine(1, List.of(text)).stream().map(MinedTerm::key).toList();
    }

    /**
     * By hand: "soft contact cone" stands in 4 papers, "hard contact cone" in 2, "contact cone" in these and in 3 alone, that
     * is 9. No candidate is longer, so that of three words have log2(3) = 1.584963 times 4 and 2. "contact cone" is in both:
     * 1 · (9 - (4 + 2)/2) = 6. "soft contact": 1 · (4 - 4/1) = 0, likewise "hard contact", so they are none.
     */
    @Test
    void ranksByCValue() throws IOException {
        List<String> texts = new ArrayList<>();
        texts.addAll(Collections.nCopies(4, "Soft contact cones."));
        texts.addAll(Collections.nCopies(2, "A hard contact cone, and hard contact cones"));
        texts.addAll(Collections.nCopies(3, "The contact cone"));
        List<MinedTerm> terms = mine(2, texts);
        assertThat(terms)
                .extracting(MinedTerm::key)
                .containsExactly("soft contact cone", "contact cone", "hard contact cone");
    }

    /**
     * By hand, of four words down: "a b c d" in 3 papers, "b c d" in 2 more, "c d" in 4 more.
     * f: abcd 3, abc 3, bcd 5, ab 3, bc 5, cd 9. Longer candidates: of bcd only abcd; of cd abcd and bcd; of bc abcd, abc,
     * bcd. log2(4) · 3 = 6; bcd log2(3) · (5 - 3) = 3.169925; abc log2(3) · (3 - 3) = 0; cd 9 - (3 + 5)/2 = 5;
     * bc 5 - (3 + 3 + 5)/3 = 1.333333; ab 3 - (3 + 3)/2 = 0.
     */
    @Test
    void subtractsTheMeanOfLongerCandidates() throws IOException {
        List<String> texts = new ArrayList<>();
        texts.addAll(Collections.nCopies(3, "alpha beta gamma delta"));
        texts.addAll(Collections.nCopies(2, "beta gamma delta"));
        texts.addAll(Collections.nCopies(4, "gamma delta"));
        List<MinedTerm> terms = mine(2, texts);
        assertThat(terms)
                .extracting(MinedTerm::key)
                .containsExactly("alpha beta gamma delta", "gamma delta", "beta gamma delta", "beta gamma");
        assertThat(terms).extracting(MinedTerm::papers).containsExactly(3, 9, 5, 5);
        Map<String, Double> values = terms.stream().collect(Collectors.toMap(MinedTerm::key, MinedTerm::cValue));
        assertThat(values.get("alpha beta gamma delta")).isCloseTo(6, within(1e-6));
        assertThat(values.get("gamma delta")).isCloseTo(5, within(1e-6));
        assertThat(values.get("beta gamma delta")).isCloseTo(3.169925, within(1e-6));
        assertThat(values.get("beta gamma")).isCloseTo(1.333333, within(1e-6));
    }

    @Test
    void countsPapersNotOccurrences() throws IOException {
        assertThat(mine(2, List.of("deep parsing, deep parsing, deep parsing"))).isEmpty();
        assertThat(mine(2, List.of("deep parsing, deep parsing", "Deep Parsing")))
                .hasSize(1);
    }

    @Test
    void wordsAreComparedAsLabelsAre() throws IOException {
        assertThat(mine(3, List.of("neural networks", "Neural-Network", "neural network", "neural\n network")))
                .containsExactly(new MinedTerm("neural network", "neural network", 4, 4));
    }

    @Test
    void termsNeitherCrossPunctuationNorStopWords() throws IOException {
        assertThat(keys("alpha. beta, gamma (delta) epsilon/zeta")).isEmpty();
        assertThat(keys("alpha and beta with the gamma")).isEmpty();
        assertThat(keys("alpha-beta")).as("one word by its hyphen").isEmpty();
        assertThat(keys("alpha-beta gamma")).containsExactly("alpha beta gamma");
        assertThat(keys("alpha \u2013 beta")).containsExactly("alpha beta");
    }

    @Test
    void ofForAndInMayOnlyStandInside() throws IOException {
        assertThat(keys("of parts of speech in")).containsExactly("part of speech");
        assertThat(keys("The state of the art")).isEmpty();
    }

    @Test
    void termsAreNotAllNumbers() throws IOException {
        assertThat(keys("2020 2021")).isEmpty();
        assertThat(keys("task 2020")).containsExactly("task 2020");
    }

    @Test
    void termsHaveFiveWordsAtMost() throws IOException {
        assertThat(keys("a1 b1 c1 d1 e1 f1"))
                .contains("a1 b1 c1 d1 e1", "b1 c1 d1 e1 f1")
                .allMatch(key -> key.split(" ").length <= 5);
    }

    @Test
    void knownPhrasesAreLeftOutButStillCountAsContainers() throws IOException {
        List<MinedTerm> terms = new TermMiner(1)
                .mine(
                        reader ->
                                List.of("alpha beta gamma", "alpha beta").forEach(text -> reader.paper(List.of(text))),
                        "alpha beta gamma"::equals,
                        100);
        assertThat(terms).containsExactly(new MinedTerm("alpha beta", "alpha beta", 2, 1));
    }
}

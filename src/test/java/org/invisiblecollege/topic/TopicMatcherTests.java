package org.invisiblecollege.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicMatcherTests {

    private static final TopicMatcher MATCHER = new TopicMatcher(List.of(
            concept("moe", "mixture of experts", "mixture-of-expert", "MoE"),
            concept("smoe", "sparse mixture of experts"),
            concept("mt", "machine translation", "MT"),
            concept("nmt", "neural machine translation", "NMT"),
            concept("mmt", "multimodal machine translation", "MMT"),
            concept("transformers", "multilingual transformer", "MMT"),
            concept("quantization", "quantization", "quantized"),
            concept("fine-tuning", "fine-tuning"),
            concept("tuned", "fine-tuned model"),
            concept("llm", "large language model", "large language"),
            concept("lm", "language model"),
            concept("merging", "model merging"),
            concept("syntax", "analyse syntaxique"),
            new Concept("al", "test", "active learning", List.of(), List.of("AL"), List.of(), List.of(), null, true),
            concept("corpus", "corpus")));

    @Test
    void doesNotSeeCaseHyphenAndPlural() {
        assertThat(topics("Mixture-of-Experts and CORPORA")).containsExactly("moe", "corpus");
        assertThat(topics("fine tuning, finetuning, Fine-Tuning"))
                .containsExactly("fine-tuning", "fine-tuning", "fine-tuning");
    }

    @Test
    void takesBritishSpelling() {
        assertThat(topics("quantisation of quantised weights")).containsExactly("quantization", "quantization");
    }

    @Test
    void findsShorterLabelsInsideTheLongest() {
        assertThat(topics("a sparse mixture of experts")).containsExactly("smoe", "moe");
        assertThat(topics("neural machine translation")).containsExactly("nmt", "mt");
    }

    @Test
    void findsShorterLabelsInsideTheLongestThatOverlapEachOther() {
        assertThat(topics("a large language model")).containsExactly("llm", "lm");
    }

    @Test
    void countsTheSameWordsOnceForATopic() {
        assertThat(topics("large language model, large language")).containsExactly("llm", "lm", "llm");
    }

    @Test
    void leavesALabelThatOverlapsALongerOneInPart() {
        assertThat(topics("language model merging and model merging")).containsExactly("lm", "merging");
    }

    @Test
    void doesNotSeeAnElidedArticle() {
        assertThat(topics("de l'analyse syntaxique, qu’analyse syntaxique")).containsExactly("syntax", "syntax");
    }

    @Test
    void comparesAcronymsAsWritten() {
        assertThat(topics("MoE, MoEs, moe and MOE")).containsExactly("moe", "moe");
    }

    @Test
    void countsAnAmbiguousAcronymOnlyByItsExpansion() {
        assertThat(topics("MMT is hard")).isEmpty();
        assertThat(topics("Multilingual transformers (MMT) are large")).containsExactly("transformers", "transformers");
    }

    @Test
    void countsADoubtfulAcronymOnlyByItsExpansion() {
        assertThat(topics("AL for IR")).isEmpty();
        assertThat(topics("AL, that is active learning")).containsExactly("al", "al");
    }

    @Test
    void leavesAnAcronymThatThePaperExplainsOtherwise() {
        assertThat(topics("A mean of errors (MoE). We give the MoE.")).isEmpty();
        assertThat(topics("A mixture of experts (MoE). We train the MoE.")).containsExactly("moe", "moe", "moe");
        assertThat(topics("Networks with gates (MoE)")).containsExactly("moe");
    }

    @Test
    void joinsWhatALabelJoinsByAHyphen() {
        assertThat(topics("finetuned models and a fine tuned model")).containsExactly("tuned", "tuned");
        assertThat(topics("fine tunedmodel")).isEmpty();
    }

    @Test
    void doesNotJoinWordsOverPunctuation() {
        assertThat(topics("the machine. Translation is hard")).isEmpty();
    }

    @Test
    void keepsFieldWordsAndPlace() {
        assertThat(MATCHER.match(Map.of("title", "On Mixture-of-Experts")))
                .containsExactly(new TopicMention("moe", TopicMethod.MATCHED, "title", "Mixture-of-Experts", 3, 21));
    }

    private static List<String> topics(String text) {
        return MATCHER.match(Map.of("title", text)).stream()
                .map(TopicMention::topic)
                .toList();
    }

    private static Concept concept(String id, String label, String... altLabels) {
        return new Concept(id, "test", label, List.of(altLabels), List.of(), List.of(), List.of(), null, true);
    }
}

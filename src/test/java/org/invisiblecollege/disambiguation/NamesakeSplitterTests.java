package org.invisiblecollege.disambiguation;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.ints.IntSets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamesakeSplitterTests {

    private static final int WANG = 0;

    private final NamesakeCorpus corpus = new NamesakeCorpus();

    private static PersonMention named(String name) {
        return new PersonMention(name, name, false, null, List.of());
    }

    private static PersonMention identified(String id, String name) {
        return new PersonMention(id, name, true, null, List.of());
    }

    private static PersonMention withOrcid(String orcid, String name) {
        return new PersonMention(name, name, false, orcid, List.of());
    }

    private static SourcePaper paper(String id, @Nullable String title, int year, PersonMention... authors) {
        return new SourcePaper(id, title, null, year, List.of(authors), List.of(), List.of());
    }

    private static SourcePaper paper(String id, String title, int year, String... authors) {
        return paper(
                id,
                title,
                year,
                Stream.of(authors).map(NamesakeSplitterTests::named).toArray(PersonMention[]::new));
    }

    /** Forty families with the given name Wei and forty given names with the family name Wang: 41 × 41 / 2,000 people. */
    private static List<SourcePaper> makingWeiWangCommon() {
        return IntStream.range(0, 40)
                .mapToObj(i -> paper(
                        "common" + i,
                        null,
                        1990,
                        named("Wei Family" + (char) ('a' + i % 26) + (char) ('a' + i / 26)),
                        named("Given" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + " Wang")))
                .toList();
    }

    private static List<SourcePaper> twoWeiWangs() {
        return List.of(
                paper("p1", "Parsing of treebanks", 2001, "Wei Wang", "Ana Silva"),
                paper("p2", "Dependency parsing with treebanks", 2002, "Wei Wang", "Ana Silva"),
                paper("p3", "Treebanks for dependency parsing", 2003, "Wei Wang", "Ana Silva"),
                paper("p4", "Folding of proteins", 2001, "Wei Wang", "Jonas Berg"),
                paper("p5", "Proteins and their folding energy", 2003, "Wei Wang", "Jonas Berg"));
    }

    /** Adds papers and returns the mentions of the authors at a position, newcomers all of them. */
    private List<NameMention> mentions(List<SourcePaper> papers, int position) {
        return papers.stream()
                .map(paper -> new NameMention(corpus.add(paper), position, null))
                .toList();
    }

    private static NameMention known(NameMention mention, String label) {
        return new NameMention(mention.paper(), mention.position(), label);
    }

    private NameSplit split(NameTreatment treatment, List<NameMention> mentions) {
        return new NamesakeSplitter(corpus, treatment).split(mentions, Set.of());
    }

    private static List<List<NameMention>> clusters(NameSplit split) {
        return split.clusters().stream().map(NamesakeCluster::mentions).toList();
    }

    // ---- splitting

    @Test
    void aCommonNameWithTwoClearGroupsIsTwoPeople() {
        makingWeiWangCommon().forEach(corpus::add);
        List<NameMention> all = mentions(twoWeiWangs(), WANG);
        for (NameTreatment treatment : List.of(NameTreatment.RELUCTANT, NameTreatment.BALANCED)) {
            NameSplit split = split(treatment, all);
            assertThat(split.expected()).isEqualTo(41 * 41 / 2000.0);
            assertThat(clusters(split)).containsExactly(all.subList(0, 3), all.subList(3, 5));
            assertThat(split.clusters().getFirst().evidence())
                    .containsExactly(
                            "3 mentions",
                            "co-author: ana silva on 3 papers",
                            "title words: dependency, for, parsing, treebanks, with",
                            "years: 2001 to 2003");
        }
    }

    @Test
    void togetherLeavesItOnePerson() {
        makingWeiWangCommon().forEach(corpus::add);
        NameSplit split = split(NameTreatment.TOGETHER, mentions(twoWeiWangs(), WANG));
        assertThat(split.clusters()).hasSize(1);
        assertThat(split.closeCalls()).isEmpty();
        assertThat(split.comparisons()).isZero();
    }

    @Test
    void aRareNameIsNeverSplit() {
        // One family with the given name and one given name with the family: 1 / 2,000 people.
        NameSplit split = split(
                NameTreatment.BALANCED,
                mentions(
                        List.of(
                                paper("p1", "Parsing of treebanks", 1961, "Zeno Quarles", "Ana Silva"),
                                paper("p2", "Folding of proteins", 2020, "Zeno Quarles", "Jonas Berg")),
                        0));
        assertThat(split.expected()).isEqualTo(0.0005);
        assertThat(split.clusters()).hasSize(1);
    }

    @Test
    void initialsStandForAllGivenNamesThatBeginSo() {
        // Six names begin with w, and four given names go with wang.
        mentions(
                List.of(
                        paper("p1", "One", 2001, "Wei Wang", "Wen Wang", "Wu Wang", "Li Wang"),
                        paper("p2", "Two", 2001, "Wei Li", "Wen Li", "Wu Li", "Li Li"),
                        paper("p3", "Three", 2001, "W. Wang")),
                0);
        NameSplit split = split(NameTreatment.BALANCED, List.of(new NameMention(2, 0, null)));
        assertThat(split.expected()).isEqualTo(6 * 4 / 2000.0);
    }

    @Test
    void aRefusalThatWasCloseIsReported() {
        makingWeiWangCommon().forEach(corpus::add);
        List<SourcePaper> papers = new ArrayList<>(twoWeiWangs());
        papers.add(paper("p6", "Energy of dependency", 2004, "Wei Wang"));
        NameSplit split = split(NameTreatment.BALANCED, mentions(papers, WANG));
        assertThat(split.clusters()).hasSize(3);
        assertThat(split.closeCalls()).allSatisfy(call -> {
            assertThat(call.score()).isBetween(NamesakeSplitter.MIN_CLOSE_SCORE, 1.0);
            assertThat(call.left()).isLessThan(call.right());
            assertThat(call.evidence()).contains("people expected of this name: 0.84");
        });
    }

    @Test
    void aPaperThatCitesAnotherSpeaksForOneAuthor() {
        makingWeiWangCommon().forEach(corpus::add);
        NameMention cited = new NameMention(corpus.add(paper("p1", "Parsing", 2001, "Wei Wang")), 0, null);
        NameMention citing = new NameMention(
                corpus.add(new SourcePaper(
                        "p2", "Parsing again", null, 2002, List.of(named("Wei Wang")), List.of(), List.of("p1"))),
                0,
                null);
        NameMention other = new NameMention(corpus.add(paper("p3", "Parsing again", 2002, "Wei Wang")), 0, null);
        NamesakeScorer scorer = new NamesakeScorer(
                corpus, NameTreatment.BALANCED, Set.of(EvidenceKind.REFERENCES, EvidenceKind.PRIOR), 0);
        assertThat(scorer.pair(evidence(cited), evidence(citing)) - scorer.pair(evidence(cited), evidence(other)))
                .isEqualTo(3);
    }

    private MentionEvidence evidence(NameMention mention) {
        return new MentionEvidence(corpus, mention, corpus.paper(mention.paper()), IntSets.EMPTY_SET);
    }

    // ---- laws

    @Test
    void equalIdsAreOnePersonAndDifferentOnesTwo() {
        makingWeiWangCommon().forEach(corpus::add);
        List<NameMention> all = mentions(
                List.of(
                        paper("p1", "Parsing of treebanks", 2001, identified("a", "Wei Wang"), named("Ana Silva")),
                        paper("p2", "Folding of proteins", 2002, identified("a", "Wei Wang"), named("Jonas Berg")),
                        paper("p3", "Parsing of treebanks", 2003, identified("b", "Wei Wang"), named("Ana Silva"))),
                WANG);
        for (NameTreatment treatment : NameTreatment.values()) {
            assertThat(clusters(split(treatment, all))).containsExactly(all.subList(0, 2), all.subList(2, 3));
        }
    }

    @Test
    void orcidsAreLawAlsoOverOthers() {
        makingWeiWangCommon().forEach(corpus::add);
        List<NameMention> all = mentions(
                List.of(
                        paper("p1", "Parsing of treebanks", 2001, withOrcid("1", "Wei Wang"), named("Ana Silva")),
                        paper("p2", "Parsing of treebanks", 2002, named("Wei Wang"), named("Ana Silva")),
                        paper("p3", "Folding of proteins", 2003, withOrcid("1", "Wei Wang"), named("Jonas Berg")),
                        paper("p4", "Parsing of treebanks", 2004, withOrcid("2", "Wei Wang"), named("Ana Silva"))),
                WANG);
        NameSplit split = split(NameTreatment.RELUCTANT, all);
        assertThat(clusters(split)).hasSize(2);
        assertThat(clusters(split).getFirst()).contains(all.get(0), all.get(2)).doesNotContain(all.get(3));
        assertThat(split.closeCalls())
                .satisfiesExactly(call -> assertThat(call.evidence()).contains("different ORCIDs"));
    }

    @Test
    void twoMentionsOnOnePaperAreTwoPeopleEvenOfARareName() {
        int paper = corpus.add(paper("p1", "Parsing of treebanks", 2001, "Zeno Quarles", "Zeno Quarles"));
        List<NameMention> both = List.of(new NameMention(paper, 0, null), new NameMention(paper, 1, null));
        for (NameTreatment treatment : NameTreatment.values()) {
            assertThat(split(treatment, both).clusters()).hasSize(2);
        }
    }

    @Test
    void whoWasDecidedToBeDifferentStaysSo() {
        makingWeiWangCommon().forEach(corpus::add);
        List<NameMention> all = mentions(twoWeiWangs().subList(0, 2), WANG);
        List<NameMention> labelled = List.of(known(all.get(0), "x"), known(all.get(1), "y"));
        NamesakeSplitter splitter = new NamesakeSplitter(corpus, NameTreatment.RELUCTANT);
        assertThat(splitter.split(labelled, Set.of()).clusters())
                .satisfiesExactly(cluster -> assertThat(cluster.labels()).containsExactly("x", "y"));
        assertThat(splitter.split(labelled, Set.of(Set.of("x", "y"))).clusters())
                .hasSize(2);
    }

    // ---- increments

    @Test
    void whoIsKnownStaysTogetherAndNewcomersJoin() {
        makingWeiWangCommon().forEach(corpus::add);
        List<NameMention> all = mentions(twoWeiWangs(), WANG);
        List<NameMention> some =
                List.of(known(all.get(0), "x"), known(all.get(3), "x"), all.get(1), all.get(2), known(all.get(4), "y"));
        NameSplit split = split(NameTreatment.BALANCED, some);
        assertThat(split.clusters().getFirst().mentions()).contains(known(all.get(0), "x"), known(all.get(3), "x"));
        assertThat(split.clusters().getFirst().labels().getFirst()).isEqualTo("x");
    }

    @Test
    void theLabelWithMoreMentionsComesFirst() {
        makingWeiWangCommon().forEach(corpus::add);
        List<NameMention> all = mentions(twoWeiWangs(), WANG);
        NameSplit split = split(
                NameTreatment.BALANCED,
                List.of(known(all.get(0), "a"), known(all.get(1), "b"), known(all.get(2), "b"), all.get(3)));
        assertThat(split.clusters().getFirst().labels()).containsExactly("b", "a");
        assertThat(split.clusters().getLast().labels()).isEmpty();
    }

    @Test
    void theOrderInWhichPapersAreAddedDoesNotMatter() {
        List<SourcePaper> papers = new ArrayList<>(twoWeiWangs());
        papers.addAll(GeneratedNamesakes.papers(60, 6, 3));
        papers.addAll(makingWeiWangCommon());
        assertThat(recordsOfClusters(papers)).isEqualTo(recordsOfClusters(papers.reversed()));
    }

    private static List<List<String>> recordsOfClusters(List<SourcePaper> papers) {
        NamesakeCorpus corpus = new NamesakeCorpus();
        List<NameMention> mentions = new ArrayList<>();
        List<String> records = new ArrayList<>();
        for (SourcePaper paper : papers) {
            int ordinal = corpus.add(paper);
            records.add(paper.recordId());
            if (paper.authors().getFirst().name().equals("Wei Wang")) {
                mentions.add(new NameMention(ordinal, 0, null));
            }
        }
        return new NamesakeSplitter(corpus, NameTreatment.BALANCED)
                .split(mentions, Set.of()).clusters().stream()
                        .map(cluster -> cluster.mentions().stream()
                                .map(mention -> records.get(mention.paper()))
                                .toList())
                        .toList();
    }

    @Test
    void incrementsAgreeWithABatch() {
        makingWeiWangCommon().forEach(corpus::add);
        List<NameMention> all = mentions(GeneratedNamesakes.papers(400, 20, 5), WANG);
        NamesakeSplitter splitter = new NamesakeSplitter(corpus, NameTreatment.BALANCED);
        int[] batch = placeOfCluster(all, splitter.split(all, Set.of()));
        String[] labels = new String[all.size()];
        for (int end = 100; end <= all.size(); end += 50) {
            List<NameMention> now = IntStream.range(0, end)
                    .mapToObj(i -> new NameMention(all.get(i).paper(), WANG, labels[i]))
                    .toList();
            NameSplit split = splitter.split(now, Set.of());
            int[] places = placeOfCluster(now, split);
            for (int i = 0; i < end; i++) {
                NamesakeCluster cluster = split.clusters().get(places[i]);
                labels[i] = cluster.labels().isEmpty()
                        ? "person " + cluster.mentions().getFirst()
                        : cluster.labels().getFirst();
            }
        }
        int agreeing = 0;
        int pairs = 0;
        for (int i = 0; i < batch.length; i++) {
            for (int j = 0; j < i; j++) {
                pairs++;
                agreeing += (batch[i] == batch[j]) == labels[i].equals(labels[j]) ? 1 : 0;
            }
        }
        assertThat((double) agreeing / pairs).isGreaterThanOrEqualTo(0.98);
        assertThat(Arrays.stream(batch).distinct().count()).isBetween(15L, 40L);
    }

    private static int[] placeOfCluster(List<NameMention> mentions, NameSplit split) {
        return mentions.stream()
                .mapToInt(mention -> IntStream.range(0, split.clusters().size())
                        .filter(place -> split.clusters().get(place).mentions().contains(mention))
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    // ---- cost

    @Test
    void fiveThousandMentionsOfOneNameNeedFewComparisons() {
        makingWeiWangCommon().forEach(corpus::add);
        List<NameMention> all = mentions(GeneratedNamesakes.papers(5_000, 200, 7), WANG);
        long start = System.nanoTime();
        NameSplit split = split(NameTreatment.RELUCTANT, all);
        System.out.printf(
                "5,000 mentions: %d clusters, %d comparisons, %d ms%n",
                split.clusters().size(), split.comparisons(), (System.nanoTime() - start) / 1_000_000);
        // All pairs would be 12,497,500.
        assertThat(split.comparisons()).isLessThan(2_000_000);
        assertThat(split.clusters().stream()
                        .mapToInt(cluster -> cluster.mentions().size())
                        .sum())
                .isEqualTo(5_000);
    }
}

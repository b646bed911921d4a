package org.invisiblecollege.disambiguation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonMatcherTests {

    private final PersonMatcher matcher = new PersonMatcher();

    /** Adds a paper by authors without ids. */
    private void paper(int year, String... names) {
        matcher.add(
                Stream.of(names)
                        .map(name -> new PersonMention(name, name, false, null, List.of()))
                        .toList(),
                year);
    }

    private static PersonMention identified(String id, String name) {
        return new PersonMention(id, name, true, null, List.of());
    }

    private static PersonMention named(String name) {
        return new PersonMention(name, name, false, null, List.of());
    }

    private List<List<String>> clusters() {
        return matcher.match().clusters().stream().map(PersonCluster::keys).toList();
    }

    /** Adds papers that share one co-author, who is therefore weak evidence. */
    private void addFourteenPeopleCalledLi() {
        for (String other : List.of(
                "Yan", "Yue", "Ying", "Yuhan", "Yifei", "Yongqi", "Yizhou", "Yaqin", "Yebin", "Yolin", "Yusheng",
                "Yiming", "Yaru", "Yelu")) {
            paper(2020, other + " Li", "Wu Gang");
        }
    }

    @Test
    void aNameWithInitialsIsTheFullNameWhereACoAuthorIsShared() {
        paper(2001, "Bernardo Magnini", "Carla Verdi");
        paper(2003, "B. Magnini", "Carla Verdi");
        assertThat(matcher.match().clusters()).satisfiesExactly(cluster -> {
            assertThat(cluster.keys()).containsExactly("B. Magnini", "Bernardo Magnini");
            assertThat(cluster.evidence()).containsExactly("shared co-author: carla verdi");
        });
    }

    @Test
    void fittingInitialsAloneAreNotEnough() {
        paper(2001, "Bernardo Magnini", "Carla Verdi");
        paper(2003, "B. Magnini", "Dario Neri");
        assertThat(clusters()).isEmpty();
    }

    @Test
    void aCommonNameRequiresMoreEvidenceThanARareOne() {
        addFourteenPeopleCalledLi();
        paper(2020, "Yunfei Li", "Wu Gang");
        paper(2021, "Y. Li", "Wu Gang");
        paper(2020, "Zeno Quarles", "Wu Gang");
        paper(2021, "Z. Quarles", "Wu Gang");
        assertThat(clusters()).containsExactly(List.of("Z. Quarles", "Zeno Quarles"));
    }

    @Test
    void twoAuthorsOfOnePaperAreTwoPeople() {
        paper(2001, "Jose Garcia", "José García", "Carla Verdi");
        assertThat(clusters()).isEmpty();
    }

    @Test
    void twoIdsAreTwoPeopleAndANameThatFitsBothIsNeither() {
        matcher.add(List.of(identified("yang-liu-ict", "Yang Liu"), named("Maosong Sun")), 2010);
        matcher.add(List.of(identified("yang-liu-icsi", "Yang Liu"), named("Elizabeth Shriberg")), 2010);
        matcher.add(List.of(named("Yang Liu"), named("Maosong Sun")), 2011);
        assertThat(clusters()).isEmpty();
    }

    @Test
    void aNameIsMergedWithTheOnlyIdItFits() {
        matcher.add(List.of(identified("ahmet-ustun", "Ahmet Üstün"), named("Arianna Bisazza")), 2019);
        matcher.add(List.of(named("Ahmet Ustun"), named("Arianna Bisazza")), 2020);
        assertThat(clusters()).containsExactly(List.of("ahmet-ustun", "Ahmet Ustun"));
    }

    @Test
    void aClusterTakesNoNameThatContradictsOneOfItsNames() {
        paper(2000, "Robert Mercer", "Peter Brown", "Lalit Bahl");
        paper(2001, "R. Mercer", "Peter Brown", "Lalit Bahl", "Chris Drummond");
        paper(2002, "Rosa Mercer", "Chris Drummond");
        assertThat(clusters()).containsExactly(List.of("R. Mercer", "Robert Mercer"));
    }

    @Test
    void aRareNameMayLoseAMiddleNameWithinAFewYearsOnly() {
        paper(2010, "Greta Franzini");
        paper(2013, "Greta Hayley Franzini");
        paper(1960, "Paul Garvin");
        paper(2020, "Paul L. Garvin");
        assertThat(clusters()).containsExactly(List.of("Greta Franzini", "Greta Hayley Franzini"));
    }

    @Test
    void aSharedOrcidDecidesUnlessTheNamesHaveNoWordInCommon() {
        String orcid = "0000-0002-1825-0097";
        matcher.add(List.of(new PersonMention("Ada Quillfeather", "Ada Quillfeather", false, orcid, List.of())), 2010);
        matcher.add(List.of(new PersonMention("Ada Brontide", "Ada Brontide", false, orcid, List.of())), 2020);
        matcher.add(List.of(new PersonMention("Bob Stonewright", "Bob Stonewright", false, orcid, List.of())), 2020);
        assertThat(matcher.match().clusters()).satisfiesExactly(cluster -> {
            assertThat(cluster.keys()).containsExactly("Ada Brontide", "Ada Quillfeather");
            assertThat(cluster.evidence()).containsExactly("same ORCID: " + orcid);
        });
    }

    @Test
    void differentOrcidsAreTwoPeople() {
        matcher.add(
                List.of(
                        new PersonMention("Bela Kornfeld", "Bela Kornfeld", false, "0000-0002-1825-0097", List.of()),
                        named("Ina Strand")),
                2020);
        matcher.add(
                List.of(
                        new PersonMention("Béla Kornfeld", "Béla Kornfeld", false, "0000-0002-1694-233X", List.of()),
                        named("Ina Strand")),
                2020);
        assertThat(clusters()).isEmpty();
    }

    @Test
    void theOwnerOfAProfilePageIsNoEvidence() {
        matcher.addOwner("Carla Verdi");
        paper(2001, "Bernardo Magnini", "Carla Verdi");
        paper(2003, "B. Magnini", "Carla Verdi");
        assertThat(clusters()).isEmpty();
    }

    @Test
    void evidenceThatAlmostSufficesIsReportedAsARefusal() {
        addFourteenPeopleCalledLi();
        paper(2020, "Yunfei Li", "Wu Gang");
        paper(2021, "Y. F. Li", "Wu Gang");
        assertThat(matcher.match().refusals()).anySatisfy(refusal -> {
            assertThat(List.of(refusal.left(), refusal.right())).containsExactlyInAnyOrder("Yunfei Li", "Y. F. Li");
            assertThat(refusal.evidence()).containsExactly("shared co-author: wu gang");
            assertThat(refusal.score()).isLessThan(1);
        });
    }
}

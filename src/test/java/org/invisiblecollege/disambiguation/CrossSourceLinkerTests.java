package org.invisiblecollege.disambiguation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.text.Folding;
import org.junit.jupiter.api.Test;

class CrossSourceLinkerTests {

    private final PersonMatcher source = new PersonMatcher();

    private void paper(int year, PersonMention... authors) {
        source.add(List.of(authors), year);
    }

    private static PersonMention named(String name) {
        return new PersonMention(name, name, false, null, List.of());
    }

    private static PersonMention at(String organisation, String name) {
        return new PersonMention(name, name, false, null, List.of(organisation));
    }

    /** Returns a person of other sources in 2020, with co-authors of one paper each. */
    private static CandidateProfile candidate(String id, String name, String... coAuthors) {
        return new CandidateProfile(
                new PersonCandidate(id, List.of(Folding.key(name)), null, false),
                List.of(name),
                Stream.of(coAuthors).collect(Collectors.toMap(each -> "id of " + each, each -> Set.of(each))),
                Map.of(),
                2020,
                2020);
    }

    private CrossSourceLinker.Result match(Map<String, String> settled, CandidateProfile... candidates) {
        CrossSourceLinker linker = new CrossSourceLinker(source, source.match().clusters(), settled);
        linker.add(List.of(candidates).stream().map(CandidateProfile::candidate).toList());
        linker.learn(List.of(candidates));
        return linker.match(Map.of(), Map.of());
    }

    @Test
    void aSharedOrganisationCountsLikeASharedCoAuthor() {
        paper(2021, at("salt works", "Greta Franzini"));
        CandidateProfile greta = new CandidateProfile(
                new PersonCandidate("x", List.of("greta franzini"), null, false),
                List.of("Greta Franzini"),
                Map.of(),
                Map.of("salt works", "o"),
                2020,
                2020);
        assertThat(match(Map.of(), greta).links()).satisfiesExactly(link -> {
            assertThat(link.keys()).containsExactly("Greta Franzini");
            assertThat(link.person()).isEqualTo("x");
            assertThat(link.evidence()).containsExactly("shared organisation: salt works");
            // One key has it: 1/ln 3 over twice 0.05 ln 2.
            assertThat(link.score()).isCloseTo(13.132, within(0.001));
        });
    }

    @Test
    void aRareNameWithoutEvidenceIsNotLinked() {
        paper(2021, named("Greta Franzini"), named("Carla Verdi"));
        CrossSourceLinker.Result result = match(Map.of(), candidate("x", "Greta Franzini", "dario neri"));
        assertThat(result.links()).isEmpty();
        assertThat(result.refusals()).isEmpty();
    }

    @Test
    void aPersonWhoFitsTwoCandidatesIsLinkedWithNeither() {
        paper(2021, named("G. Franzini"), named("Carla Verdi"));
        CrossSourceLinker.Result result = match(
                Map.of(),
                candidate("x", "Greta Franzini", "carla verdi"),
                candidate("y", "Giulia Franzini", "carla verdi"));
        assertThat(result.links()).isEmpty();
        assertThat(result.refusals()).extracting(refusal -> refusal.right()).containsExactly("x", "y");
    }

    @Test
    void twoIdsOfTheSourceAreNotLinkedWithOnePerson() {
        paper(2021, new PersonMention("franzini-1", "Greta Franzini", true, null, List.of()), named("Carla Verdi"));
        paper(2021, new PersonMention("franzini-2", "G. Franzini", true, null, List.of()), named("Carla Verdi"));
        CrossSourceLinker.Result result =
                match(Map.of("franzini-1", "x"), candidate("x", "Greta Franzini", "carla verdi"));
        assertThat(result.links()).isEmpty();
        assertThat(result.refusals()).satisfiesExactly(refusal -> {
            assertThat(refusal.left()).isEqualTo("franzini-2");
            assertThat(refusal.evidence())
                    .containsExactly("shared co-author: carla verdi", "two people of one source or paper");
        });
    }

    @Test
    void manyYearsApartRequireTwiceTheEvidence() {
        paper(2031, named("Greta Franzini"), named("Carla Verdi"));
        assertThat(match(Map.of(), candidate("x", "Greta Franzini", "carla verdi"))
                        .links())
                .satisfiesExactly(link -> assertThat(link.score()).isCloseTo(6.566, within(0.001)));
    }

    @Test
    void queriesAreFamilyNamesAndPairsOfOtherWords() {
        paper(2021, named("Pablo Gamallo Otero"), named("J. R. Tolkien"), named("Madonna"), named("Mary Shelley W"));
        assertThat(new CrossSourceLinker(source, List.of(), Map.of()).queries())
                .containsExactlyInAnyOrder(
                        List.of("otero", "p"),
                        List.of("pablo", "gamallo"),
                        List.of("tolkien", "j"),
                        List.of("madonna"),
                        List.of("mary", "shelley"));
    }

    @Test
    void queriesFindFamilyNamesWrittenAsOneWordOrTwo() {
        paper(2021, named("N. Al-Shenaifi"), named("V. Vangogh"), named("D. Delon"));
        assertThat(new CrossSourceLinker(source, List.of(), Map.of()).queries())
                .containsExactlyInAnyOrder(
                        List.of("shenaifi", "n"),
                        List.of("alshenaifi", "n"),
                        List.of("vangogh", "v"),
                        List.of("gogh", "v"),
                        List.of("delon", "d"));
    }

    @Test
    void onlyPeopleWithTheWantedBlocksAreKept() {
        PersonCandidate there = new PersonCandidate("x", List.of("greta franzini"), "0000-0002-1825-0097", false);
        source.keepOnly(new IntOpenHashSet(
                Blocking.blocks(there.nameKeys(), there.orcid()).toArray()));
        paper(2021, named("G. Franzini"), named("Carla Verdi"));
        paper(2021, named("Carla Verdi"), named("Dario Neri"));
        paper(2021, new PersonMention("A1", "Ada Brontide", true, "0000-0002-1825-0097", List.of()));
        assertThat(source.size()).isEqualTo(2);
        assertThat(match(Map.of(), candidate("x", "Greta Franzini", "carla verdi"))
                        .links())
                .satisfiesExactly(link -> {
                    assertThat(link.keys()).containsExactly("G. Franzini");
                    // Of two who wrote with Carla Verdi, one is kept and the other counts each time: 1/ln 4 over 0.3 ln
                    // 2.
                    assertThat(link.score()).isCloseTo(3.469, within(0.001));
                });
    }
}

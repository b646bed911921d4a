package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.invisiblecollege.index.Bibliographies.paper;
import static org.invisiblecollege.index.Bibliographies.person;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.invisiblecollege.text.Folding;
import org.junit.jupiter.api.Test;

class NameIndexTests {

    /** In the order of folded names, as the builder requires; Daniel has most papers. */
    private final IndexSnapshot index = index();

    private static IndexSnapshot index() {
        IndexBuilder builder = new IndexBuilder();
        builder.author(person(0, "Ahmet Üstün"));
        builder.author(person(1, "Anna Li"));
        builder.author(new NodeRow(
                "author:a2", "Daniel D'souza", "daniel dsouza", List.of("dan d souza", "d dsouza"), null, List.of()));
        builder.author(person(3, "Lily Brown"));
        builder.author(person(4, "Luke Zettlemoyer"));
        builder.author(person(5, "Li Wei"));
        builder.author(person(6, "Wei Li"));
        builder.author(person(7, "Yejin Choi"));
        builder.paper(paper(0, 2020, List.of(), 2, 3));
        builder.paper(paper(1, 2021, List.of(), 2, 3));
        builder.paper(paper(2, 2022, List.of(), 2, 6));
        return builder.build(1, "then");
    }

    private static List<String> names(NameIndex names, int[] people) {
        return Arrays.stream(people).mapToObj(names.nodes().names()::get).toList();
    }

    private List<String> named(String name) {
        NameIndex names = NameIndex.of(index.authors());
        return names(names, names.named(name));
    }

    private List<String> alike(String name) {
        NameIndex names = NameIndex.of(index.authors());
        return names(names, names.alike(name));
    }

    @Test
    void everyWordMustMatchAndTheLastMayBeAPrefix() {
        assertThat(named("ustun")).containsExactly("Ahmet Üstün");
        assertThat(named("ÜSTÜN, ahm")).containsExactly("Ahmet Üstün");
        assertThat(named("ahm üstün")).isEmpty();
        assertThat(named("zet lu")).isEmpty();
        assertThat(named("")).isEmpty();
        assertThat(named(" - ")).isEmpty();
    }

    @Test
    void exactNamesComeFirstThenAuthorsWithMostPapers() {
        assertThat(named("li")).containsExactly("Lily Brown", "Wei Li", "Anna Li", "Li Wei");
        assertThat(named("li wei")).containsExactly("Li Wei", "Wei Li");
        assertThat(named("wei li")).containsExactly("Wei Li", "Li Wei");
    }

    @Test
    void everySpellingOfAnAuthorMatches() {
        assertThat(named("dan souza")).containsExactly("Daniel D'souza");
        assertThat(named("d dsouza")).containsExactly("Daniel D'souza");
    }

    @Test
    void longerWordsAllowMoreEdits() {
        assertThat(alike("zettlemoier")).containsExactly("Luke Zettlemoyer");
        assertThat(alike("zetlemoier")).containsExactly("Luke Zettlemoyer");
        assertThat(alike("zetlemoiar")).isEmpty();
        assertThat(alike("chio")).as("two adjacent letters swapped").containsExactly("Yejin Choi");
        assertThat(alike("cohy")).isEmpty();
        assertThat(alike("yei")).as("too short for an edit").isEmpty();
    }

    @Test
    void initialsMatchNamesAndNamesMatchInitials() {
        assertThat(alike("L. Zettlemoyer")).containsExactly("Luke Zettlemoyer");
        assertThat(alike("Dave Dsouza")).containsExactly("Daniel D'souza");
    }

    @Test
    void organisationsAreFoundWithAndWithoutAbbreviations() {
        IndexBuilder builder = new IndexBuilder();
        builder.organisation(organisation("cmu", "Carnegie Mellon University", "carnegie mellon university", "cmu"));
        builder.organisation(organisation("uoe", "The University of Edinburgh", "university edinburgh"));
        builder.organisation(organisation("inst", "Tech. Inst. Edinburgh", "technology institute edinburgh"));
        NameIndex names = NameIndex.ofOrganisations(builder.build(1, "then").organisations());
        assertThat(names(names, names.named("univ. of edinburgh"))).containsExactly("The University of Edinburgh");
        assertThat(names(names, names.named("Institute of Technology, Edin"))).containsExactly("Tech. Inst. Edinburgh");
        assertThat(names(names, names.named("carnegie uni"))).containsExactly("Carnegie Mellon University");
        assertThat(names(names, names.named("cmu"))).containsExactly("Carnegie Mellon University");
        assertThat(names(names, names.named("the of"))).containsExactly("The University of Edinburgh");
        assertThat(names(names, names.named("the university of edinburgh")))
                .containsExactly("The University of Edinburgh");
    }

    private static NodeRow organisation(String id, String name, String... otherKeys) {
        return new NodeRow("organisation:" + id, name, Folding.key(name), List.of(otherKeys), null, List.of());
    }

    /** A look-up copied each word of the index once, some 32 bytes. */
    @Test
    void aFuzzyLookUpAllocatesNothingPerWord() {
        IndexBuilder builder = new IndexBuilder();
        for (int person = 0; person < 20_000; person++) {
            builder.author(person(person, "Zettlemoyer%05d".formatted(person)));
        }
        NameIndex names = NameIndex.of(builder.build(1, "then").authors());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        names.alike("zettlemoyer19999xx");
        long before = threads.getCurrentThreadAllocatedBytes();
        int[] found = names.alike("zettlemoyer19999xx");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
        assertThat(found).containsExactly(19_999);
    }

    @Test
    void theNamesOfALaterSnapshotIncludeNewNames() {
        IndexSnapshot later = IndexUpdate.of(
                index,
                new IndexChanges(
                        List.of(person(1, "Anna Lee"), person(8, "Nora Li")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(paper(3, 2023, List.of(), 8)),
                        Set.of("author:a5")),
                2,
                "now");
        NameIndex names = NameIndex.of(index.authors()).following(later.authors());
        assertThat(names(names, names.named("li"))).containsExactly("Lily Brown", "Nora Li", "Wei Li");
        assertThat(names(names, names.named("lee"))).containsExactly("Anna Lee");
        assertThat(names(names, names.alike("anna leee"))).containsExactly("Anna Lee");
    }
}

package org.invisiblecollege.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.invisiblecollege.curation.DrawnAuthors.assertConflict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.LoadsInTests;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.author.Authors;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** No id of a person and no decision is lost. */
@Neo4jTest
class FormerIdsIT {

    private static final String ADA = "author:test:ada";
    private static final String BOB = "author:test:bob";

    private final DrawnAuthors people;

    @Autowired
    private Curation curation;

    @Autowired
    private CanonicalIds ids;

    @Autowired
    private Authors authors;

    @Autowired
    private LoadsInTests loads;

    FormerIdsIT(@Autowired Driver driver, @Autowired Graph graph, @Autowired IndexInTests index) {
        people = new DrawnAuthors(driver, graph, index);
    }

    @AfterEach
    void erase() {
        people.erase();
    }

    /** Nobody could undo a suppression without its id: the author, at whom decisions are listed, is hidden. */
    @Test
    void aChangeOfSomeoneHiddenOrMergedNamesTheDecision() {
        people.draw("1: Ada = ada", "2: Bob = bob");
        String merge = merge(ADA, BOB);
        String suppression = curation.suppress(ADA, null).decision();
        assertThat(found(ADA, BOB)).isEmpty();

        assertConflict(
                () -> curation.suppress(ADA, null),
                "Another change came first: %s is hidden by %s. Read the authors again, or undo the decision."
                        .formatted(ADA, suppression),
                suppression);
        assertConflict(
                () -> curation.suppress(BOB, null),
                "Another change came first: %s leads to %s, who is hidden by %s. Read the authors again, or undo the decision."
                        .formatted(BOB, ADA, suppression),
                suppression);
        curation.undo(suppression);
        assertThat(found(ADA, BOB)).isEqualTo(Map.of(ADA, ADA, BOB, ADA));
        assertConflict(
                () -> curation.suppress(BOB, null),
                "Another change came first: %s leads to %s by %s. Read the authors again, or undo the decision."
                        .formatted(BOB, ADA, merge),
                merge);
        curation.undo(merge);
        assertThat(found(ADA, BOB)).isEqualTo(Map.of(ADA, ADA, BOB, BOB));
    }

    @Test
    void theIdOfAnAuthorWhoWasSplitOffAndGivenBackLeadsWhereTheOtherGoes() {
        people.draw("1: Ada = ada", "2: Ada = ada", "3: Bob = bob");
        Curation.Change split = curation.split(ADA, List.of("paper:test:2"), null);
        curation.undo(split.decision());
        String merge = merge(BOB, ADA);

        assertThat(found(author(split))).isEqualTo(Map.of(author(split), BOB));
        assertThat(authors.formerIds(List.of(BOB))).isEqualTo(Map.of(BOB, List.of(author(split), ADA)));
        curation.undo(merge);
        assertThat(found(author(split))).isEqualTo(Map.of(author(split), ADA));
    }

    @Test
    void externalIdsOfAMergedAuthorLeadToTheOther() {
        people.draw("1: Ada = ada", "2: Bob = bob");
        people.run("""
                MATCH (a:Author {id: '%s'}) SET a.orcid = '0000-0002-1694-233X'
                MERGE (s:Source {id: 'source:test', idScheme: 'acl'})
                CREATE (a)-[:RECORDED_IN {recordId: 'bob-test'}]->(s)
                """.formatted(BOB));
        people.run("MATCH (a:Author {id: '%s'}) SET a.orcid = '0000-0001-5109-3700'".formatted(ADA));
        String merge = merge(ADA, BOB);

        assertThat(found("orcid:0000-0002-1694-233X", "acl:bob-test", "orcid:0000-0001-5109-3700"))
                .isEqualTo(Map.of(
                        "orcid:0000-0002-1694-233X", ADA, "acl:bob-test", ADA, "orcid:0000-0001-5109-3700", ADA));
        curation.undo(merge);
        assertThat(found("orcid:0000-0002-1694-233X", "acl:bob-test"))
                .isEqualTo(Map.of("orcid:0000-0002-1694-233X", BOB, "acl:bob-test", BOB));
    }

    /** Ids led through 20 merges at most. */
    @Test
    void anIdLeadsThroughAnyNumberOfMerges() {
        List<String> papers = new ArrayList<>();
        for (int i = 0; i <= 25; i++) {
            papers.add("%d: Ada = %02d".formatted(i, i));
        }
        people.draw(papers.toArray(String[]::new));
        for (int i = 1; i <= 25; i++) {
            merge("author:test:%02d".formatted(i), "author:test:%02d".formatted(i - 1));
        }

        assertThat(found("author:test:00")).isEqualTo(Map.of("author:test:00", "author:test:25"));
        assertThat(authors.formerIds(List.of("author:test:25")).getOrDefault("author:test:25", List.of()))
                .hasSize(25);
    }

    /** The edges of the author whom its source replaced were deleted, and with them the way and the decision. */
    @Test
    void idsAndDecisionsOutlastAnAuthorWhomTheSourceReplaces(@TempDir Path folder)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("works.jsonl"), """
                {"id":"https://openalex.org/W71","title":"One","authorships":[{"author":{"id":"https://openalex.org/A71","display_name":"Olive Onefield"}}]}
                {"id":"https://openalex.org/W72","title":"Two","authorships":[{"author":{"id":"https://openalex.org/A72","display_name":"Tess Twofold"}}]}
                {"id":"https://openalex.org/W73","title":"Three","authorships":[{"author":{"id":"https://openalex.org/A73","display_name":"Thea Threeways"}}]}
                {"id":"https://openalex.org/A74","display_name":"Nora Nowhere"}
                """);
        loads.load("openalex", folder);
        String one = "author:openalex:A71";
        String two = "author:openalex:A72";
        String three = "author:openalex:A73";
        String none = "author:openalex:A74";
        String mark = curation.markDifferent(List.of(two, none), null).decision();
        String merge = merge(one, three);
        Files.writeString(
                folder.resolve("merged_a.csv"),
                "merge_date,id,merge_into_id\n2024-01-01,A71,A72\n2024-01-01,A74,A5317838346\n");
        loads.load("openalex", folder);

        assertThat(found(one, three, none)).isEqualTo(Map.of(one, two, three, two));
        assertThat(authors.formerIds(List.of(two))).isEqualTo(Map.of(two, List.of(one, three)));
        assertThat(curation.decisions(List.of(two)).getOrDefault(two, List.of()))
                .extracting(IdentityDecision::id, IdentityDecision::authors)
                .containsExactly(tuple(mark, List.of(two, none)));
        assertConflict(
                () -> curation.undo(merge),
                "Another change came first: %s leads to %s by source:openalex. Read the authors again."
                        .formatted(one, two));
        assertConflict(
                () -> curation.suppress(none, null),
                "Another change came first: %s was withdrawn by source:openalex. Read the authors again."
                        .formatted(none));
    }

    /** Merges the second author into the first; returns the id of the decision. */
    private String merge(String survivor, String merged) {
        return curation.merge(List.of(survivor, merged), null).getFirst().decision();
    }

    private static String author(Curation.Change change) {
        return String.valueOf(change.author());
    }

    /** The ids of the authors to whom some ids lead. */
    private Map<String, String> found(String... some) {
        Map<String, String> found = new HashMap<>();
        ids.load(List.of(some), authors::byIds).forEach((id, author) -> found.put(id, author.id()));
        return found;
    }
}

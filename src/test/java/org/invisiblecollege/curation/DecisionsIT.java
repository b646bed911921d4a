package org.invisiblecollege.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.invisiblecollege.curation.DrawnAuthors.assertConflict;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.cypher.Graph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Decisions that are based on others, and undone in any order that is permitted. */
@Neo4jTest
@Timeout(300)
class DecisionsIT {

    private static final String ADA = "author:test:ada";
    private static final String BOB = "author:test:bob";
    private static final String CARL = "author:test:carl";

    private final DrawnAuthors people;

    @Autowired
    private Curation curation;

    @Autowired
    private Driver driver;

    DecisionsIT(@Autowired Driver driver, @Autowired Graph graph, @Autowired IndexInTests index) {
        people = new DrawnAuthors(driver, graph, index);
    }

    @AfterEach
    void erase() {
        people.erase();
    }

    // ---- spellings and papers

    /** The author kept the name of the one who was split off, and was found by it. */
    @Test
    void aSplitTakesSpellingsThatNoOtherPaperHas() {
        people.draw("1: Adelaide Lund = ada", "2: A. Lund = ada");

        Curation.Change split = curation.split(ADA, List.of("paper:test:1"), null);

        assertThat(people.names(ADA)).isEqualTo("A. Lund [A. Lund]");
        assertThat(people.names(String.valueOf(split.author()))).isEqualTo("Adelaide Lund [Adelaide Lund]");
        curation.undo(split.decision());
        assertThat(people.names(ADA)).isEqualTo("Adelaide Lund [A. Lund, Adelaide Lund]");
    }

    /** All papers whose records state the merged author moved there, also those that were split off before. */
    @Test
    void undoingAMergeIntoTheAuthorWhoWasSplitOffLeavesThatAuthorsPapers() {
        people.draw("1: Ada = ada", "2: Ada = ada");
        String split = author(curation.split(ADA, List.of("paper:test:2"), null));

        String merge = merge(split, ADA);
        assertThat(people.papers(split)).containsExactly("paper:test:1", "paper:test:2");
        curation.undo(merge);

        assertThat(people.papers(ADA)).containsExactly("paper:test:1");
        assertThat(people.papers(split)).containsExactly("paper:test:2");
    }

    /** A paper that came back to the author whom its record states forgot that on its way further back. */
    @Test
    void undoingMergesKeepsWhomARecordStates() {
        people.draw("1: Ada = ada", "2: Ada = ada", "3: Bob = bob", "4: Carl = carl");
        String split = author(curation.split(ADA, List.of("paper:test:2"), null));
        merge(BOB, split);
        String second = merge(ADA, BOB);
        String third = merge(CARL, ADA);
        curation.undo(third);
        curation.undo(second);

        assertThat(people.papers(BOB)).containsExactly("paper:test:2", "paper:test:3");
        assertThat(people.run("MATCH (:Paper {id: 'paper:test:2'})-[r:AUTHORED_BY]->() RETURN r.statedAuthor AS n"))
                .containsExactly(ADA);
    }

    // ---- decisions that forbid others

    @Test
    void peopleMarkedDifferentStayApartThroughOthers() {
        people.draw("1: Ada = ada", "2: Bob = bob", "3: Carl = carl");
        String mark = curation.markDifferent(List.of(ADA, BOB), null).decision();
        merge(CARL, ADA);

        assertConflict(
                () -> merge(CARL, BOB),
                "The authors are different people according to " + mark + "; undo that first.",
                mark);
        curation.undo(mark);
        merge(CARL, BOB);
        assertThat(people.papers(CARL)).containsExactly("paper:test:1", "paper:test:2", "paper:test:3");
    }

    @Test
    void someoneWhoWasMergedIsNoCandidateForADifferentPerson() {
        people.draw("1: Ada Lund = ada", "2: Bob Reed = bob", "3: Bob Reed = carl");
        curation.markDifferent(List.of(BOB, CARL), null);
        merge(ADA, BOB);
        people.run("MATCH (a:Author {id: '%s'}) SET a.nameKey = 'bob reed'".formatted(ADA));

        assertThat(curation.candidates(List.of(ADA))).isEmpty();
    }

    @Test
    void aSplitOfDifferentPeopleIsNotUndone() {
        people.draw("1: Ada = ada", "2: Ada = ada");
        Curation.Change split = curation.split(ADA, List.of("paper:test:2"), null);
        String mark = curation.markDifferent(List.of(ADA, author(split)), null).decision();

        assertConflict(
                () -> curation.undo(split.decision()),
                "The authors are different people according to " + mark + "; undo that first.",
                mark);
        curation.undo(mark);
        curation.undo(split.decision());
        assertThat(people.papers(ADA)).containsExactly("paper:test:1", "paper:test:2");
    }

    /** The decision was read before the authors were locked. */
    @Test
    void aDecisionMadeWhileAnotherIsUndoneCounts() throws InterruptedException {
        people.draw("1: Ada = ada", "2: Bob = bob");
        String merge = merge(ADA, BOB);
        CompletableFuture<Curation.Change> undo;
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            transaction.run(
                    "MATCH (a:Author {id: $ada}) SET a.isBeingCurated = true REMOVE a.isBeingCurated",
                    Map.of("ada", ADA));
            undo = CompletableFuture.supplyAsync(() -> curation.undo(merge));
            while (people.run("SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status AS n")
                    .isEmpty()) {
                Thread.sleep(10);
            }
            transaction.run("""
                    MATCH (a:Author {id: $ada})
                    CREATE (:IdentityDecision {id: 'decision:later', kind: 'SUPPRESSION', sequence: 1000000})-[:DECIDES {position: 0}]->(a)
                    """, Map.of("ada", ADA));
            transaction.commit();
        }
        assertThatThrownBy(undo::join)
                .hasRootCauseMessage("Later decisions are based on " + merge + "; undo them first: decision:later.");
    }

    // ---- merges by rule

    /** Undoing the first took the spellings and the ORCID of the second, and undoing the second gave back those of the first. */
    @Test
    void mergesByRuleAreUndoneInAnyOrder() {
        people.draw("1: Ada = ada", "2: Bob = bob", "3: Carl = carl");
        people.run("MATCH (a:Author {id: '%s'}) SET a.orcid = 'b', a.variants = a.variants + 'Robert'".formatted(BOB));
        people.run("MATCH (a:Author {id: '%s'}) SET a.orcid = 'c', a.variants = a.variants + 'Karl'".formatted(CARL));
        String first = asByRule(merge(ADA, BOB));
        String second = asByRule(merge(ADA, CARL));
        assertThat(people.names(ADA)).isEqualTo("Carl [Ada, Bob, Carl, Karl, Robert] b");

        curation.undo(first);
        assertThat(people.names(ADA)).isEqualTo("Carl [Ada, Carl, Karl] c");
        curation.undo(second);
        assertThat(people.names(ADA)).isEqualTo("Ada [Ada]");
        assertThat(List.of(people.names(BOB), people.names(CARL)))
                .containsExactly("Bob [Bob, Robert] b", "Carl [Carl, Karl] c");
    }

    private String asByRule(String decision) {
        people.run("MATCH (d:IdentityDecision {id: '%s'}) REMOVE d.sequence SET d.papers = [], d.method = 'test'"
                .formatted(decision));
        return decision;
    }

    /** Papers of another person who had been merged and who writes the name in the same way went with the spelling. */
    @Test
    void aSpellingTakesNoPapersOfPeopleWhoWereMerged() {
        people.draw("1: Adelaide = ada", "4: Adelaide = ada", "5: Adelaide = ada", "2: Ad = ada", "3: Ad = bob");
        String merge = asByRule(merge(ADA, BOB));
        people.run("""
                MATCH (a:Author {id: '%s'})
                MERGE (s:Source {id: 'source:test'})
                CREATE (a)-[:RECORDED_IN {recordId: 'Ad'}]->(s), (a)-[:RECORDED_IN {recordId: 'Adelaide'}]->(s),
                       (:IdentityDecision {id: 'decision:names', kind: 'MERGE', names: ['Ad', 'Adelaide'], evidence: [],
                                           method: 'test', at: '2020-01-01T00:00:00Z'})-[:DECIDES]->(a)
                """.formatted(ADA));

        curation.undo("decision:names");
        assertThat(people.papers(ADA)).containsExactly("paper:test:1", "paper:test:3", "paper:test:4", "paper:test:5");
        curation.undo(merge);
        assertThat(people.papers(ADA)).containsExactly("paper:test:1", "paper:test:4", "paper:test:5");
        assertThat(people.papers(BOB)).containsExactly("paper:test:3");
    }

    /** Merges the second author into the first; returns the id of the decision. */
    private String merge(String survivor, String merged) {
        return curation.merge(List.of(survivor, merged), null).getFirst().decision();
    }

    private static String author(Curation.Change change) {
        return String.valueOf(change.author());
    }
}

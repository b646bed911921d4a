package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.LoadsInTests;
import org.invisiblecollege.Neo4jTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Caren Quellhan has two papers and Soyeon Caren Quellhan one, with the same five co-authors, each of whom has six: evidence of
 * 5/ln 8, of 0.4 ln 2 required. Tobias Lindwurmer has three papers and Tobias Lindwurmar two, with Greta Hollman, who has two
 * co-authors of her own and two called Morrin and Morrinn, who are on one paper. Each Lindwurmer has two co-authors.
 */
@Neo4jTest
class IdentityListsIT {

    private static final String FIVE = "Abo Ravenscar;Bec Ravenswood;Cud Larkmoor;Dif Larkfield;Efo Marshwick";
    private static final String TABLE = """
            id,title,authors,year
            1,Sorting of alphas,Caren Quellhan;%1$s,2020
            2,Sorting of betas,Caren Quellhan,2021
            3,Sorting of gammas,Soyeon Caren Quellhan;%1$s,2022
            4,Paving of alphas,Tobias Lindwurmer;Greta Hollman,2020
            5,Paving of betas,Tobias Lindwurmer;Greta Hollman,2020
            6,Paving of gammas,Tobias Lindwurmer,2020
            7,Paving of deltas,Tobias Lindwurmar;Greta Hollman,2021
            8,Paving of zetas,Tobias Lindwurmar,2021
            9,Paving of etas,Annabel Morrin;Annabel Morrinn;Greta Hollman,2021
            10,Paving of thetas,Tobias Lindwurner;Nobody Elseham,2021
            """.formatted(FIVE);

    private static final String OPEN = "{ names evidence papersAtStake method score authors { name } id }";

    @Autowired
    private Driver driver;

    @Autowired
    private LoadsInTests loads;

    @Autowired
    private IndexInTests index;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void load() throws IOException, InterruptedException {
        load(TABLE);
    }

    private void load(String table) throws IOException, InterruptedException {
        loads.load("csv", Files.writeString(folder.resolve("identity-lists.csv"), table));
    }

    @AfterEach
    void erase() {
        run("MATCH (d:IdentityDecision {method: 'curator'}) DETACH DELETE d");
        run("MATCH (s:Source {name: 'identity-lists.csv'})<-[:RECORDED_IN]-(n) DETACH DELETE n");
        run("MATCH (d:IdentityDecision) WHERE NOT EXISTS { (d)-[:DECIDES]->() } DELETE d");
        run(
                "MATCH (s:Source {name: 'identity-lists.csv'}) OPTIONAL MATCH (r:IngestRun {source: s.id}) DETACH DELETE s, r");
        index.readAnew();
    }

    // ---- candidates

    @Test
    void similarNamesWithCommonCoAuthorsAreOfferedAndNotMerged() {
        JsonNode open = open("author: \"" + id("Caren Quellhan") + "\"");
        assertThat(open).hasSize(1);
        JsonNode pair = open.get(0);
        assertThat(texts(pair.at("/authors"), "/name"))
                .containsExactlyInAnyOrder("Caren Quellhan", "Soyeon Caren Quellhan");
        assertThat(texts(pair.at("/evidence"), ""))
                .containsExactly(
                        "one has more given names",
                        "5 common co-authors",
                        "shared co-author: Abo Ravenscar",
                        "shared co-author: Bec Ravenswood",
                        "shared co-author: Cud Larkmoor",
                        "shared co-author: Dif Larkfield",
                        "shared co-author: Efo Marshwick");
        assertThat(pair.at("/papersAtStake").asInt()).isEqualTo(1);
        // 5/ln 8 / (0.4 ln 2) = 2.4045 / 0.27726
        assertThat(pair.at("/score").asDouble()).isBetween(8.672, 8.673);
        assertThat(pair.at("/method").asString()).isEqualTo("similar-names-and-common-co-authors/1");
    }

    /** Those on one paper are two people, and without a common co-author there is no evidence. */
    @Test
    void thoseWithMostPapersAtStakeComeFirst() throws IOException, InterruptedException {
        assertThat(ours(open("method: \"similar-names\"")))
                .containsExactly(
                        "2 [Tobias Lindwurmar, Tobias Lindwurmer]", "1 [Caren Quellhan, Soyeon Caren Quellhan]");
        load(TABLE + "11,Sorting of deltas,Soyeon Caren Quellhan,2023\n12,Sorting of zetas,Caren Quellhan;"
                + "Soyeon Quellhan,2023\n13,Sorting of etas,Soyeon Caren Quellhan,2023\n");
        assertThat(ours(open("method: \"similar-names\"")))
                .containsExactly(
                        "3 [Caren Quellhan, Soyeon Caren Quellhan]", "2 [Tobias Lindwurmar, Tobias Lindwurmer]");
    }

    @Test
    void pagesMakeTheWholeList() {
        List<String> all = texts(open("minScore: 0"), "/id");
        List<String> forward = new ArrayList<>();
        List<String> backward = new ArrayList<>();
        String after = "";
        String before = "";
        for (int i = 0; i <= all.size(); i++) {
            JsonNode next = candidates("filter: {minScore: 0}, first: 1" + after);
            JsonNode previous = candidates("filter: {minScore: 0}, last: 1" + before);
            forward.addAll(texts(next.at("/nodes"), "/id"));
            backward.addAll(0, texts(previous.at("/nodes"), "/id"));
            assertThat(next.at("/totalCount").asInt()).isEqualTo(all.size());
            assertThat(next.at("/pageInfo/hasNextPage").asBoolean()).isEqualTo(forward.size() < all.size());
            assertThat(previous.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(backward.size() < all.size());
            if (forward.size() == all.size()) {
                break;
            }
            after = ", after: " + next.at("/pageInfo/endCursor");
            before = ", before: " + previous.at("/pageInfo/startCursor");
        }
        assertThat(all).hasSizeGreaterThan(1);
        assertThat(forward).isEqualTo(all);
        assertThat(backward).isEqualTo(all);
    }

    @Test
    void whatIsDecidedIsNoLongerOpenUntilItIsUndone() {
        String first = id("Tobias Lindwurmer");
        String second = id("Tobias Lindwurmar");
        for (String change : List.of(
                "markDifferent(authors: [\"%s\", \"%s\"])".formatted(first, second),
                "mergeAuthors(authors: [\"%s\", \"%s\"])".formatted(first, second),
                "suppressAuthor(author: \"%s\")".formatted(second))) {
            JsonNode made =
                    send("mutation { change: " + change + " { decision } }").at("/data/change");
            String decision = made.findValuesAsString("decision").getFirst();
            assertThat(ours(open("minScore: 0"))).as(change).noneMatch(pair -> pair.contains("Lindwur"));
            send("mutation { undoDecision(id: \"" + decision + "\") { decision } }");
            assertThat(ours(open("minScore: 0"))).as(change).anyMatch(pair -> pair.contains("Lindwur"));
        }
    }

    /** A former name is in none of the answers; readers see the list. */
    @Test
    void hiddenSpellingsAreNotShown() {
        String greta = id("Greta Hollman");
        send("mutation { setAuthorName(author: \"%s\", name: \"Greta Newman\") { decision } }".formatted(greta));
        send("mutation { hideVariant(author: \"%s\", variant: \"Greta Hollman\") { decision } }".formatted(greta));
        JsonNode seen = new Client(port, null)
                .send("{ identityCandidates(first: 500) { nodes " + OPEN + " } }")
                .at("/data/identityCandidates/nodes");
        assertThat(seen.toString()).contains("shared co-author: Greta Newman").doesNotContain("Greta Hollman");
    }

    // ---- decisions

    @Test
    void allDecisionsAreListedForCurators() {
        String hidden = id("Tobias Lindwurmar");
        String suppression = send("mutation { suppressAuthor(author: \"%s\", reason: \"asked\") { decision } }"
                        .formatted(hidden))
                .at("/data/suppressAuthor/decision")
                .asString();
        String question = "{ identityDecisions(%s) { totalCount nodes { id kind method authors reason undoneAt } } }";
        JsonNode newest = send(question.formatted("first: 1")).at("/data/identityDecisions/nodes/0");
        assertThat(newest.at("/id").asString()).isEqualTo(suppression);
        assertThat(newest.at("/authors/0").asString()).isEqualTo(hidden);

        JsonNode about =
                send(question.formatted("filter: {author: \"" + hidden + "\"}")).at("/data/identityDecisions");
        assertThat(texts(about.at("/nodes"), "/kind")).containsExactly("SUPPRESSION", "REFUSAL");
        JsonNode byCurators = send(question.formatted("filter: {kinds: [SUPPRESSION, SPLIT], method: \"curator\"}"))
                .at("/data/identityDecisions");
        assertThat(texts(byCurators.at("/nodes"), "/id")).containsExactly(suppression);
        assertThat(byCurators.at("/totalCount").asInt()).isEqualTo(1);
        assertThat(send(question.formatted("filter: {to: \"2001-12-31\"}"))
                        .at("/data/identityDecisions/totalCount")
                        .asInt())
                .isZero();
        assertThat(send(question.formatted("filter: {from: \"2001-12-31T10:00:00Z\", isUndone: false}, first: 1"))
                        .at("/data/identityDecisions/nodes/0/id")
                        .asString())
                .isEqualTo(suppression);
        assertThat(code(send(question.formatted("filter: {from: \"yesterday\"}"))))
                .isEqualTo("INVALID_ARGUMENT");
        assertThat(code(new Client(port, null).send(question.formatted("first: 1"))))
                .isEqualTo("UNAUTHENTICATED");
        send("mutation { undoDecision(id: \"" + suppression + "\") { decision } }");
        assertThat(send(question.formatted("first: 1"))
                        .at("/data/identityDecisions/nodes/0/undoneAt")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void pagesOfDecisionsMakeTheWholeList() {
        String pages = "{ identityDecisions(%s) { nodes { id at } pageInfo { endCursor startCursor } } }";
        JsonNode all = send(pages.formatted("first: 500")).at("/data/identityDecisions/nodes");
        List<String> forward = new ArrayList<>();
        List<String> backward = new ArrayList<>();
        String after = "";
        String before = "";
        while (forward.size() < all.size()) {
            JsonNode next = send(pages.formatted("first: 7" + after)).at("/data/identityDecisions");
            JsonNode previous = send(pages.formatted("last: 7" + before)).at("/data/identityDecisions");
            forward.addAll(texts(next.at("/nodes"), "/id"));
            backward.addAll(0, texts(previous.at("/nodes"), "/id"));
            after = ", after: " + next.at("/pageInfo/endCursor");
            before = ", before: " + previous.at("/pageInfo/startCursor");
        }
        assertThat(forward).hasSizeGreaterThan(1).isEqualTo(texts(all, "/id"));
        assertThat(backward).isEqualTo(forward);
        assertThat(texts(all, "/at")).isSortedAccordingTo((left, right) -> right.compareTo(left));
    }

    // ---- names

    @Test
    void similarNamesAreListedWithWhatTellsThemApart() {
        JsonNode caren = send("""
                { author(id: "%s") { similarNames { matchedName score author {
                    metrics { paperCount firstYear lastYear } coAuthors(first: 1) { nodes { name } }
                    organisations { papers } topics(first: 1) { papers } } } } }""".formatted(id("Caren Quellhan"))).at("/data/author/similarNames");
        assertThat(texts(caren, "/matchedName")).containsExactly("Soyeon Caren Quellhan");
        assertThat(caren.at("/0/author/metrics/firstYear").asInt()).isEqualTo(2022);
        JsonNode soyeon = send("{ author(id: \"%s\") { similarNames { matchedName } } }"
                        .formatted(id("Soyeon Caren Quellhan")))
                .at("/data/author/similarNames");
        assertThat(texts(soyeon, "/matchedName")).containsExactly("Caren Quellhan");
        JsonNode tobias = send("{ author(id: \"%s\") { similarNames { matchedName } } }"
                        .formatted(id("Tobias Lindwurmer")))
                .at("/data/author/similarNames");
        assertThat(texts(tobias, "/matchedName")).containsExactlyInAnyOrder("Tobias Lindwurmar", "Tobias Lindwurner");
    }

    @Test
    void networksOfPeopleSayHowNamesWereTreated() {
        String methods = send("{ collaborationNetwork(input: {authors: [\"%s\"]}) { methods } }"
                        .formatted(id("Caren Quellhan")))
                .at("/data/collaborationNetwork/methods")
                .asString();
        assertThat(methods)
                .contains("Authors are disambiguated ")
                .containsPattern(
                        "names are split where there is little evidence of one person \\([^)]*identity-lists\\.csv");
    }

    // ---- asking

    /** Returns this test's pairs as papers at stake and names. */
    private static List<String> ours(JsonNode open) {
        List<String> pairs = new ArrayList<>();
        open.forEach(pair -> pairs.add(pair.at("/papersAtStake").asInt() + " "
                + texts(pair.at("/names"), "").stream().sorted().toList()));
        return pairs.stream()
                .filter(pair -> pair.contains("Quellhan") || pair.contains("Lindwur") || pair.contains("Morrin"))
                .toList();
    }

    private JsonNode open(String filter) {
        return candidates("filter: {" + filter + "}, first: 500").at("/nodes");
    }

    private JsonNode candidates(String arguments) {
        return send("{ identityCandidates(" + arguments + ") { totalCount nodes " + OPEN
                        + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }")
                .at("/data/identityCandidates");
    }

    private String id(String name) {
        return send("{ authorsByName(name: \"%s\", first: 1) { nodes { id } } }".formatted(name))
                .at("/data/authorsByName/nodes/0/id")
                .asString();
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("");
    }

    private static List<String> texts(JsonNode items, String path) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add((path.isEmpty() ? item : item.at(path)).asString()));
        return texts;
    }

    private JsonNode send(String document) {
        return new Client(port).send(document);
    }

    private void run(String statement) {
        try (var session = driver.session()) {
            session.run(statement).consume();
        }
    }
}

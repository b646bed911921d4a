package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.invisiblecollege.IndexInTests;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.TestNeo4j;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.source.acl.AclAnthology;
import org.invisiblecollege.ingest.source.bibtex.BibTex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Under which name people are shown: the source's, the most frequent one, or the one that they ask for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShownNamesIT {

    private static final String KARL = "author:acl:reed";

    private final JsonMapper json = new JsonMapper();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private OwnStore store;

    private Path folder = Path.of("");
    private String hiding = "";
    private String naming = "";

    @BeforeAll
    void load(@TempDir Path checkout) throws IOException, InterruptedException {
        folder = checkout;
        Files.writeString(
                Files.createDirectories(folder.resolve("yaml")).resolve("name_variants.yaml"),
                "- canonical: {first: Jörg, last: Tidemann}\n  variants:\n  - {first: Joerg, last: Tidemann}\n");
        store = new OwnStore("--college.access.api-key=" + TestNeo4j.API_KEY);
        anthology("One");
        Path file = folder.resolve("library.bib");
        Files.writeString(file, "@article{a, title = {Bitterns}, author = {Nora Old}, year = 2001}\n");
        load(BibTex.open(List.of(file)));
    }

    /** @param title of the first paper, so that another one changes its record */
    private void anthology(String title) throws IOException, InterruptedException {
        String author = "<author%s><first>%s</first><last>%s</last></author>";
        Files.writeString(Files.createDirectories(folder.resolve("xml")).resolve("2020.x.xml"), """
                <collection id="2020.x"><volume id="1"><meta><year>2020</year></meta>
                  <paper id="1"><title>%s</title>%s%s%s%s</paper>
                  <paper id="2"><title>Two</title>%s%s%s%s</paper>
                  <paper id="3"><title>Three</title>%s%s%s</paper>
                </volume></collection>""".formatted(
                        title,
                        author.formatted("", "Joerg", "Tidemann"),
                        author.formatted(" id='lund'", "ADA", "LUND"),
                        author.formatted(" id='holm'", "Per", "Holm"),
                        author.formatted(" id='reed'", "Karl", "Reed"),
                        author.formatted("", "Joerg", "Tidemann"),
                        author.formatted(" id='lund'", "ADA", "LUND"),
                        author.formatted(" id='holm'", "Per", "Holm"),
                        author.formatted(" id='reed'", "Karl", "Reed"),
                        author.formatted("", "Jörg", "Tidemann"),
                        author.formatted(" id='lund'", "Ada", "Lund"),
                        author.formatted(" id='holm'", "Per Johannes", "Holm")));
        load(AclAnthology.open(folder));
    }

    @AfterAll
    void stop() {
        store.close();
    }

    private void load(RecordSource source) throws IOException, InterruptedException {
        store.bean(Ingest.class).load(source, false, Progress.NONE);
        store.bean(IndexInTests.class).await();
    }

    private JsonNode ask(String document) {
        return new Client(store.port()).send(document);
    }

    private JsonNode parsed(String text) {
        return json.readTree(text);
    }

    private String decision(String document) {
        return ask("mutation { change: " + document + " { decision } }")
                .at("/data/change/decision")
                .asString();
    }

    private JsonNode karl() {
        return ask("{ author(id: \"" + KARL
                        + "\") { name nameVariants papers { nodes { authors { nameAsWritten author { id } } } } } }")
                .at("/data/author");
    }

    @Test
    @Order(1)
    void theNameOfTheSourceComesFirstThenTheMostFrequentAndNeverCapitals() {
        assertThat(ask("{ papers(filter: {text: \"three\"}) { nodes { authors { author { name nameVariants } } } } }")
                        .at("/data/papers/nodes/0/authors"))
                .isEqualTo(parsed("""
                        [{"author": {"name": "Jörg Tidemann", "nameVariants": ["Joerg Tidemann", "Jörg Tidemann"]}},
                         {"author": {"name": "Ada Lund", "nameVariants": ["ADA LUND", "Ada Lund"]}},
                         {"author": {"name": "Per Holm", "nameVariants": ["Per Holm", "Per Johannes Holm"]}}]"""));
    }

    @Test
    @Order(2)
    void aChosenNameIsShownAndTheFormerOneStillFinds() throws IOException, InterruptedException {
        naming = decision("setAuthorName(author: \"" + KARL + "\", name: \" Kim  Reed \", reason: \"asked\")");
        anthology("One, revised");
        assertThat(karl().at("/name").asString()).isEqualTo("Kim Reed");
        assertThat(karl().at("/nameVariants")).isEqualTo(parsed("[\"Karl Reed\", \"Kim Reed\"]"));
        assertThat(ask("{ authorsByName(name: \"karl reed\") { nodes { name } } }")
                        .at("/data/authorsByName/nodes"))
                .isEqualTo(parsed("[{\"name\": \"Kim Reed\"}]"));
        assertThat(ask("{ author(id: \"" + KARL + "\") { identity { decisions { kind names reason } } } }")
                        .at("/data/author/identity/decisions"))
                .isEqualTo(parsed("[{\"kind\": \"NAME\", \"names\": [\"Kim Reed\"], \"reason\": \"asked\"}]"));
    }

    @Test
    @Order(3)
    void aHiddenSpellingIsShownToCuratorsAlone() throws IOException, InterruptedException {
        assertThat(ask("mutation { hideVariant(author: \"" + KARL + "\", variant: \"Kim Reed\") { decision } }")
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("CONFLICT");
        assertThat(ask("mutation { hideVariant(author: \"" + KARL + "\", variant: \"K. Reed\") { decision } }")
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("INVALID_ARGUMENT");
        hiding = decision("hideVariant(author: \"" + KARL + "\", variant: \"Karl Reed\")");
        anthology("One, revised again");
        assertThat(karl().at("/nameVariants")).isEqualTo(parsed("[\"Kim Reed\"]"));
        assertThat(karl().toString()).contains("Joerg Tidemann").doesNotContain("Karl");
        JsonNode found = ask("""
                { search(text: "karl reed") { nodes { matched node { ... on Author { id } } } }
                  resolveAuthors(references: ["Karl Reed"]) { author { id } candidates { matchedName score } } }""");
        assertThat(found.at("/data")).isEqualTo(parsed("""
                {"search": {"nodes": [{"matched": "Kim Reed", "node": {"id": "%1$s"}}]},
                 "resolveAuthors": [{"author": {"id": "%1$s"}, "candidates": [{"matchedName": "Kim Reed", "score": 1.0}]}]}""".formatted(KARL)));
        String identity = "{ author(id: \"" + KARL + "\") { identity { hiddenVariants decisions { kind names } } } }";
        assertThat(ask(identity).at("/data/author/identity")).isEqualTo(parsed("""
                {"hiddenVariants": ["Karl Reed"], "decisions": [{"kind": "HIDDEN_NAME", "names": []}, {"kind": "NAME", "names": ["Kim Reed"]}]}"""));
        JsonNode stranger = new Client(store.port(), null).send(identity);
        assertThat(stranger.toString()).doesNotContain("Karl");
        assertThat(stranger.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    @Order(4)
    void undoingGivesBackWhatWas() {
        ask("mutation { undoDecision(id: \"" + hiding + "\") { decision } }");
        assertThat(karl().at("/nameVariants")).isEqualTo(parsed("[\"Karl Reed\", \"Kim Reed\"]"));
        String second = decision("setAuthorName(author: \"" + KARL + "\", name: \"K. Reed\")");
        JsonNode early = ask("mutation { undoDecision(id: \"" + naming + "\") { decision } }");
        assertThat(early.at("/errors/0/extensions/decisions")).isEqualTo(parsed("[\"" + second + "\"]"));
        ask("mutation { undoDecision(id: \"" + second + "\") { decision } }");
        assertThat(karl().at("/name").asString()).isEqualTo("Kim Reed");
        ask("mutation { undoDecision(id: \"" + naming + "\") { decision } }");
        assertThat(karl().at("/name").asString()).isEqualTo("Karl Reed");
    }

    /** Karl has an id of the Anthology, and a decision; the Nora of a bibliography has her name alone. */
    @Test
    @Order(5)
    void howSureAnIdentityIs() {
        String nora = store.strings("MATCH (a:Author {name: 'Nora Old'}) RETURN a.id AS n")
                .getFirst();
        assertThat(ask("{ nodes(ids: [\"" + KARL + "\", \"" + nora
                                + "\"]) { ... on Author { identity { certainty { basis namesakes } } } } }")
                        .at("/data/nodes"))
                .isEqualTo(parsed("""
                        [{"identity": {"certainty": {"basis": "IDS", "namesakes": 0}}},
                         {"identity": {"certainty": {"basis": "NAME_ALONE", "namesakes": 0}}}]"""));
    }

    /** A source without ids knows people by their names. */
    @Test
    @Order(6)
    void theKeyOfASourceDoesNotShowAHiddenSpelling() {
        String id = store.strings("MATCH (a:Author {name: 'Nora Old'}) RETURN a.id AS n")
                .getFirst();
        decision("setAuthorName(author: \"" + id + "\", name: \"Nora New\")");
        decision("hideVariant(author: \"" + id + "\", variant: \"Nora Old\")");
        assertThat(ask("{ author(id: \"" + id + "\") { name nameVariants provenance { recordId } } }")
                        .at("/data/author"))
                .isEqualTo(parsed("""
                        {"name": "Nora New", "nameVariants": ["Nora New"], "provenance": [{"recordId": "Nora New"}]}"""));
    }
}

package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** Ten papers as eight products export them: ten papers, whatever is loaded first. */
class EightFormatsIT {

    /**
     * A paper.
     *
     * @param latex the title in LaTeX
     * @param html the title in HTML
     * @param doi empty where the records have none, so that the title, the year and the authors have to do
     * @param authors each "Family, Given"
     */
    private record Item(String title, String latex, String html, int year, String doi, List<String> authors) {

        static Item plain(String title, int year, String doi, String... authors) {
            return new Item(title, title, title, year, doi, List.of(authors));
        }
    }

    private static final List<Item> ITEMS = List.of(
            Item.plain("Sluices of the lower delta", 2011, "10.5555/eight.1", "Varga, Ines", "Holm, Per"),
            Item.plain("Dikes and dams: a survey of banks", 2012, "10.5555/eight.2", "Lund, Ada"),
            new Item(
                    "The molecule H2O in reed beds",
                    "The molecule {H$_2$O} in reed beds",
                    "The molecule H<sub>2</sub>O in reed beds",
                    2013,
                    "",
                    List.of("Varga, Ines", "Lund, Ada")),
            new Item(
                    "Erdős graphs of rushes & sedges",
                    "{E}rd{\\H o}s graphs of rushes \\& sedges",
                    "<i>Erdős</i> graphs of rushes &amp; sedges",
                    2014,
                    "",
                    List.of("Kovalevė, Jolanta", "Holm, Per")),
            Item.plain("Herons at the weir", 2015, "", "van der Berg, Kees"),
            new Item(
                    "A θ term of tidal creeks",
                    "A $\\ensuremath{\\theta}$ term of tidal creeks",
                    "A θ term of tidal creeks",
                    2016,
                    "",
                    List.of("Díaz, María", "van der Berg, Kees")),
            Item.plain("Counting bitterns by ear", 2017, "10.5555/eight.7", "Díaz, María"),
            Item.plain("Silt and its keepers", 2018, "", "Holm, Per", "Varga, Ines", "Lund, Ada"),
            Item.plain("Reed letters of a winter", 2019, "10.5555/eight.9", "Kovalevė, Jolanta"),
            Item.plain("Mowing the fen by hand", 2020, "", "Lund, Ada", "Díaz, María"));

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whateverIsLoadedFirst(int seed) throws Exception {
        List<String> files = new ArrayList<>(write().keySet());
        assertThat(files).hasSize(8);
        Collections.shuffle(files, new Random(seed));
        try (OwnStore store = new OwnStore()) {
            for (String file : files) {
                IngestRun run = store.bean(Ingest.class).load(open(file), false, Progress.NONE);
                assertThat(run.state()).as(file).isEqualTo(IngestRun.State.DONE);
                assertThat(run.records()).as(file).isEqualTo(10);
            }
            Driver driver = store.bean(Driver.class);
            assertThat(texts(driver, """
                    MATCH (p:Paper)
                    RETURN p.year + ' ' + COUNT { (p)-[:RECORDED_IN]->() } + ' ' + p.authorsCompleteness + ' '
                      + reduce(all = '', each IN COLLECT {
                          MATCH (p)-[r:AUTHORED_BY]->(a:Author)
                          WITH r.position AS position, a.id AS id, a.name AS name
                          RETURN name ORDER BY position
                        } | all + each + '; ') AS text
                    ORDER BY text"""))
                    .as("loaded in the order %s", files)
                    .containsExactly(
                            "2011 8 COMPLETE Ines Varga; Per Holm; ",
                            "2012 8 COMPLETE Ada Lund; ",
                            "2013 8 COMPLETE Ines Varga; Ada Lund; ",
                            "2014 8 COMPLETE Jolanta Kovalevė; Per Holm; ",
                            "2015 8 COMPLETE Kees van der Berg; ",
                            "2016 8 COMPLETE María Díaz; Kees van der Berg; ",
                            "2017 8 COMPLETE María Díaz; ",
                            "2018 8 COMPLETE Per Holm; Ines Varga; Ada Lund; ",
                            "2019 8 COMPLETE Jolanta Kovalevė; ",
                            "2020 8 COMPLETE Ada Lund; María Díaz; ");
            assertThat(texts(driver, "MATCH (a:Author) RETURN a.name AS text ORDER BY text"))
                    .as("loaded in the order %s", files)
                    .containsExactly(
                            "Ada Lund",
                            "Ines Varga",
                            "Jolanta Kovalevė",
                            "Kees van der Berg",
                            "María Díaz",
                            "Per Holm");
        }
    }

    @Test
    void eachFormatIsRecognised() throws IOException {
        for (Map.Entry<String, String> each : write().entrySet()) {
            assertThat(open(each.getKey()).description().id()).startsWith("source:" + each.getValue() + ":");
        }
    }

    private RecordSource open(String file) throws IOException {
        return Formats.open(null, List.of(folder.resolve(file).toString()), Formats.Options.defaults())
                .getFirst();
    }

    private static List<String> texts(Driver driver, String cypher) {
        return driver.executableQuery(cypher).execute().records().stream()
                .map(EightFormatsIT::text)
                .toList();
    }

    private static String text(Record row) {
        return row.get("text").asString();
    }

    /** Writes the files and returns their formats by name. */
    private Map<String, String> write() throws IOException {
        Map<String, String> formats = new LinkedHashMap<>();
        formats.put(file("a.bib", each("", EightFormatsIT::bibtex, "")), "bibtex");
        formats.put(file("b.json", each("[", EightFormatsIT::csl, "]")), "csl-json");
        formats.put(file("c.ris", each("", EightFormatsIT::ris, "")), "ris");
        formats.put(file("d.nbib", each("", EightFormatsIT::medline, "")), "medline");
        formats.put(
                file("e.txt", each("FN Clarivate Analytics Web of Science\nVR 1.0\n", EightFormatsIT::wos, "EF\n")),
                "web-of-science");
        formats.put(
                file(
                        "f.json",
                        each(
                                "{\"status\": \"ok\", \"message-type\": \"work-list\", \"message\": {\"items\": [",
                                EightFormatsIT::crossref,
                                "]}}")),
                "crossref");
        formats.put(
                file(
                        "g.csv",
                        each(
                                "\uFEFF\"Authors\",\"Author full names\",\"Author(s) ID\",\"Title\",\"Year\",\"Source title\","
                                        + "\"DOI\",\"EID\"\n",
                                EightFormatsIT::scopus,
                                "")),
                "csv");
        formats.put(
                file(
                        "h.xml",
                        each(
                                "<?xml version=\"1.0\"?>\n<PubmedArticleSet>",
                                EightFormatsIT::pubmed,
                                "</PubmedArticleSet>")),
                "pubmed-xml");
        return formats;
    }

    private String file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return name;
    }

    private interface Form {
        String of(Item item, int number);
    }

    private static String each(String before, Form form, String after) {
        StringBuilder text = new StringBuilder(before);
        for (int i = 0; i < ITEMS.size(); i++) {
            text.append(form.of(ITEMS.get(i), i + 1));
            text.append(before.endsWith("[") && i < ITEMS.size() - 1 ? ",\n" : "");
        }
        return text.append(after).toString();
    }

    private static String family(String author) {
        return author.substring(0, author.indexOf(','));
    }

    private static String given(String author) {
        return author.substring(author.indexOf(',') + 2);
    }

    private static String lines(Item item, String form) {
        return item.authors.stream().map(author -> form.formatted(author)).collect(Collectors.joining());
    }

    private static String ifAny(String doi, String form) {
        return doi.isEmpty() ? "" : form.formatted(doi);
    }

    private static String bibtex(Item item, int number) {
        return "@article{k%d, author = {%s}, title = {%s}, year = %d%s}\n"
                .formatted(
                        number,
                        String.join(" and ", item.authors),
                        item.latex,
                        item.year,
                        ifAny(item.doi, ", doi = {%s}"));
    }

    private static String csl(Item item, int number) {
        return "{\"id\": \"k%d\", \"type\": \"article-journal\", \"title\": \"%s\", \"author\": [%s], \"issued\": {\"date-parts\": [[%d]]}%s}"
                .formatted(number, item.html, parts(item), item.year, ifAny(item.doi, ", \"DOI\": \"%s\""));
    }

    private static String crossref(Item item, int number) {
        return "{\"source\": \"Crossref\", \"type\": \"journal-article\", \"URL\": \"https://example.org/%d\", \"title\": [\"%s\"], \"author\": [%s], \"issued\": {\"date-parts\": [[%d]]}, \"is-referenced-by-count\": 1%s}"
                .formatted(number, item.html, parts(item), item.year, ifAny(item.doi, ", \"DOI\": \"%s\""));
    }

    private static String parts(Item item) {
        return item.authors.stream()
                .map(author -> "{\"family\": \"%s\", \"given\": \"%s\"}".formatted(family(author), given(author)))
                .collect(Collectors.joining(", "));
    }

    private static String ris(Item item, int number) {
        return "TY  - JOUR\nID  - r%d\n%sTI  - %s\nPY  - %d\n%sER  - \n\n"
                .formatted(number, lines(item, "AU  - %s\n"), item.title, item.year, ifAny(item.doi, "DO  - %s\n"));
    }

    private static String medline(Item item, int number) {
        return "PMID- %d\nTI  - %s.\n%sDP  - %d Mar\n%s\n"
                .formatted(
                        3000 + number,
                        item.title,
                        lines(item, "FAU - %s\n"),
                        item.year,
                        ifAny(item.doi, "AID - %s [doi]\n"));
    }

    private static String wos(Item item, int number) {
        return "PT J\nAF %s\nTI %s\nPY %d\n%sUT WOS:%d\nER\n\n"
                .formatted(
                        String.join("\n   ", item.authors), item.title, item.year, ifAny(item.doi, "DI %s\n"), number);
    }

    private static String scopus(Item item, int number) {
        String full = item.authors.stream()
                .map(author -> author + " (70" + Math.abs(author.hashCode() % 1_000_000) + ")")
                .collect(Collectors.joining("; "));
        String ids = item.authors.stream()
                .map(author -> "70" + Math.abs(author.hashCode() % 1_000_000))
                .collect(Collectors.joining("; "));
        String brief = item.authors.stream()
                .map(author -> family(author) + " " + given(author).charAt(0) + ".")
                .collect(Collectors.joining("; "));
        return "\"%s\",\"%s\",\"%s\",\"%s\",\"%d\",\"Reed Letters\",\"%s\",\"2-s2.0-%d\"\n"
                .formatted(brief, full, ids, item.title, item.year, item.doi, number);
    }

    private static String pubmed(Item item, int number) {
        String authors = item.authors.stream()
                .map(author -> "<Author><LastName>%s</LastName><ForeName>%s</ForeName></Author>"
                        .formatted(family(author), given(author)))
                .collect(Collectors.joining());
        return ("<PubmedArticle><MedlineCitation><PMID>%d</PMID><Article><Journal><Title>Reed letters</Title><JournalIssue>"
                        + "<PubDate><Year>%d</Year></PubDate></JournalIssue></Journal><ArticleTitle>%s.</ArticleTitle>"
                        + "<AuthorList CompleteYN=\"Y\">%s</AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList>%s"
                        + "</ArticleIdList></PubmedData></PubmedArticle>\n")
                .formatted(
                        3000 + number,
                        item.year,
                        item.html,
                        authors,
                        ifAny(item.doi, "<ArticleId IdType=\"doi\">%s</ArticleId>"));
    }
}

package org.invisiblecollege.ingest.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.invisiblecollege.ingest.detect.Formats.Options;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PersonRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {

    private static final String BIB = "@misc{a, title={A}}";
    private static final String TABLE = "id,title\nb,B\n";
    private static final String WORK =
            "{\"id\":\"https://openalex.org/W1\",\"title\":\"C\",\"abstract_inverted_index\":"
                    + "{\"family\":[0],\"issued\":[1]}}";
    private static final String ITEM = "[{\"id\":\"d\",\"title\":\"D\",\"author\":[{\"family\":\"X\"}]}]";
    private static final String COLLECTION = "<?xml version='1.0'?><collection id='c'><volume id='1'><meta/>"
            + "<paper id='1'><title>E</title></paper></volume></collection>";
    private static final String TURTLE = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <http://example.org/s/g> a skos:Concept ; skos:inScheme <http://example.org/s> ; skos:prefLabel "G" .
            """;
    private static final String RDF = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
              <skos:Concept rdf:about="http://example.org/s/g">
                <skos:inScheme rdf:resource="http://example.org/s"/><skos:prefLabel>G</skos:prefLabel>
              </skos:Concept>
            </rdf:RDF>
            """;
    private static final String PROFILE = """
            Ada Önder

            h-index7

            CLMay 3
            F

            Bo Li et al.

            We measure it.
            """;

    private static final String KNOWN =
            "there are acl-anthology, bibtex, crossref, csl-json, csv, dblp-xml, endnote-xml, inspire, medline, openalex,"
                    + " openalex-topics, orcid, page-text, pubmed-xml, refer, ris, semantic-scholar, skos, web-of-science.";

    @TempDir
    private Path folder = Path.of("");

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private String pack(String name, String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, packed.toByteArray()).toString();
    }

    private String at(String pattern) {
        return folder + "/" + pattern;
    }

    private static List<RecordSource> open(@Nullable String format, String... paths) throws IOException {
        return Formats.open(format, List.of(paths), new Options(2026, true));
    }

    private static KeptRecords read(@Nullable String format, String... paths) throws IOException {
        List<RecordSource> sources = open(format, paths);
        assertThat(sources).hasSize(1);
        return KeptRecords.of(sources.getFirst());
    }

    private static List<String> titles(KeptRecords kept) {
        return kept.papers.stream().map(paper -> String.valueOf(paper.title())).toList();
    }

    @Test
    void theFormatsHaveNames() {
        assertThat(Formats.names())
                .containsExactly(
                        "acl-anthology",
                        "bibtex",
                        "crossref",
                        "csl-json",
                        "csv",
                        "dblp-xml",
                        "endnote-xml",
                        "inspire",
                        "medline",
                        "openalex",
                        "openalex-topics",
                        "orcid",
                        "page-text",
                        "pubmed-xml",
                        "refer",
                        "ris",
                        "semantic-scholar",
                        "skos",
                        "web-of-science");
    }

    @ParameterizedTest
    @CsvSource({
        "refs.bib, BIB, BIBTEX, A",
        "refs, BIB, BIBTEX, A",
        "refs.CSV, TABLE, CSV, B",
        "refs.txt, TABLE, CSV, B",
        "works.jsonl, WORK, OPENALEX, C",
        "works.json, WORK, OPENALEX, C",
        "works, WORK, OPENALEX, C",
        "items.json, ITEM, CSL_JSON, D",
        "export, ITEM, CSL_JSON, D",
        "c.xml, COLLECTION, ACL_ANTHOLOGY, E",
        "page.txt, PROFILE, PROFILE_PAGE, F",
    })
    void detectsTheFormatOfAFilePackedOrNot(String name, String content, String kind, String title) throws IOException {
        String text = switch (content) {
            case "BIB" -> BIB;
            case "TABLE" -> TABLE;
            case "WORK" -> WORK;
            case "ITEM" -> ITEM;
            case "COLLECTION" -> COLLECTION;
            default -> PROFILE;
        };
        for (String path : List.of(write("plain/" + name, text), pack("packed/" + name + ".gz", text))) {
            RecordSource source = open(null, path).getFirst();
            assertThat(source.description().kind()).isEqualTo(kind);
            KeptRecords kept = KeptRecords.of(source);
            assertThat(titles(kept)).containsExactly(title);
            assertThat(kept.bytesRead).isEqualTo(source.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "v.ttl, TURTLE",
        "v, TURTLE",
        "v.txt, TURTLE",
        "v.rdf, RDF",
        "v.xml, RDF",
        "v, RDF",
    })
    void detectsAVocabularyPackedOrNot(String name, String content) throws IOException {
        String text = content.equals("RDF") ? RDF : TURTLE;
        for (String path : List.of(write("plain/" + name, text), pack("packed/" + name + ".gz", text))) {
            RecordSource source = open(null, path).getFirst();
            assertThat(source.description().kind()).isEqualTo("SKOS");
            assertThat(KeptRecords.of(source).others)
                    .extracting(IngestRecord::recordId)
                    .containsExactly("topic:example.org/s:g");
        }
    }

    @Test
    void detectsTheTablesOfOpenAlexByTheirFolderOrByOneOfThem() throws IOException {
        String lookup = write("tree/lookup.csv", "type,id,name\ndomain,D1,Health Sciences\n");
        write("tree/search-index.csv", "id,name,did,fid,sid,works_count\n");
        for (String path : List.of(at("tree"), lookup, at("tree/search-index.csv"))) {
            RecordSource source = open(null, path).getFirst();
            assertThat(source.description().kind()).isEqualTo("OPENALEX_TOPICS");
            assertThat(KeptRecords.of(source).others)
                    .extracting(IngestRecord::recordId)
                    .containsExactly("domains/4");
        }
    }

    @Test
    void asksForTheFormatWhereNameAndContentDisagreeOrSayNothing() throws IOException {
        String liar = write("refs.bib", ITEM);
        assertThatThrownBy(() -> open(null, liar))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("Cannot tell the format of refs.bib: its name says bibtex, its first 50 characters say"
                        + " csl-json. Name the format; " + KNOWN);
        String mystery = write("mystery.json", "{\"title\": \"T\"}");
        assertThatThrownBy(() -> open(null, mystery))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageStartingWith("Cannot tell the format of mystery.json: its name says crossref or csl-json or"
                        + " inspire or openalex or orcid or semantic-scholar,"
                        + " its first 14 characters say nothing. Name the format;");
        assertThat(titles(read("csl-json", mystery))).containsExactly("T");
    }

    @Test
    void detectsTheFormatOfAFolder() throws IOException {
        write("acl/data/xml/c.xml", COLLECTION);
        write("acl/README.md", "x");
        assertThat(titles(read(null, at("acl")))).containsExactly("E");
        assertThat(titles(read(null, at("acl/data/xml")))).containsExactly("E");
        write("bib/README.txt", "Our library.");
        write("bib/.git/b.csv", TABLE);
        write("bib/deep/er/b.bib", BIB.replace("a,", "z,"));
        pack("bib/a.bib.gz", BIB);
        assertThat(titles(read(null, at("bib")))).containsExactly("A", "A");
        write("mixed/a.bib", BIB);
        write("mixed/b.csv", TABLE);
        assertThatThrownBy(() -> open(null, at("mixed")))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageEndingWith(
                        "mixed: bibtex (a.bib), csv (b.csv). Name the format, or give files of one format.");
        assertThat(titles(read("csv", at("mixed")))).containsExactly("B");
        assertThatThrownBy(() -> open("page-text", at("mixed")))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("ends in .txt (or .gz behind it), as those of page-text do");
    }

    @Test
    void expandsPatternsInSortedOrder() throws IOException {
        write("b.bib", "@misc{b, title={B}}");
        write("a.bib", BIB);
        write("sub/c.bib", "@misc{c, title={C}}");
        write("sub/deeper/d.bib", "@misc{d, title={D}}");
        assertThat(titles(read("bibtex", at("*.bib")))).containsExactly("A", "B");
        assertThat(titles(read("bibtex", at("**/*.bib")))).containsExactly("A", "B", "C", "D");
        assertThat(titles(read("bibtex", at("su?/[c-e].bib")))).containsExactly("C");
        assertThat(titles(read("bibtex", at("{b,sub/c}.bib"), at("a.bib"), at("*.bib"))))
                .containsExactly("B", "C", "A");
        assertThatThrownBy(() -> open("bibtex", at("*.biblatex")))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("No file matches " + at("*.biblatex") + ".");
        assertThatThrownBy(() -> open("bibtex", at("[a.bib"))).isInstanceOf(UnreadableSource.class);
        write("[a.bib", "@misc{x, title={X}}");
        assertThat(titles(read("bibtex", at("[a.bib")))).containsExactly("X");
    }

    @Test
    void followsALinkThatIsGivenAndNoneBelow() throws IOException {
        String outside = write("outside/secret.bib", BIB);
        write("in/b.bib", "@misc{b, title={B}}");
        Files.createSymbolicLink(folder.resolve("in/link.bib"), Path.of(outside));
        Files.createSymbolicLink(folder.resolve("in/deep"), folder.resolve("outside"));
        assertThat(titles(read("bibtex", at("in/link.bib")))).containsExactly("A");
        for (String path : List.of(at("in"), at("in/*.bib"))) {
            KeptRecords kept = read("bibtex", path);
            assertThat(titles(kept)).containsExactly("B");
            assertThat(kept.rejections)
                    .extracting(Rejection::code, Rejection::file)
                    .containsExactly(tuple("file_is_link", "link.bib"));
        }
        assertThat(titles(read("bibtex", at("in/**.bib")))).containsExactly("B");
        Files.createSymbolicLink(folder.resolve("given"), folder.resolve("in"));
        assertThat(titles(read("bibtex", at("given")))).containsExactly("B");
    }

    @Test
    void readsStandardInputAsOftenAsNeeded() throws IOException {
        RecordSource source = Formats.open(
                        null,
                        List.of("-"),
                        Options.defaults(),
                        new ByteArrayInputStream("@misc{title={A}}".getBytes(StandardCharsets.UTF_8)))
                .getFirst();
        assertThat(KeptRecords.of(source).ids()).containsExactly("standard-input:1");
        assertThat(KeptRecords.of(source).ids()).containsExactly("standard-input:1");
        assertThatThrownBy(() -> open(null, "-", write("a.bib", BIB)))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("Standard input (-) is read alone, without other paths; ./- is a file.");
    }

    @Test
    void storesStandardInputReadableByTheUserOnly() throws IOException {
        Path file = StandardInput.spooled(new ByteArrayInputStream(new byte[] {1}));
        Path parent = file.toAbsolutePath().getParent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent)))
                .isEqualTo("rwx------");
    }

    @Test
    void namesTheFormatOrPathThatDoesNotExist() {
        assertThatThrownBy(() -> open("bibtex", at("none.bib")))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("There is no " + at("none.bib") + ".");
        assertThatThrownBy(() -> open("marc", at("none.bib")))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("There is no format marc; " + KNOWN);
        assertThatThrownBy(() -> open(null))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageStartingWith("Nothing to read");
        assertThatThrownBy(() -> open("acl-anthology", folder.toString()))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("its xml or its data/xml");
        assertThatThrownBy(() -> open("bibtex", "a\0b")).isInstanceOf(UnreadableSource.class);
        assertThatThrownBy(() -> open("bibtex", "/dev/null"))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("give - instead");
    }

    @Test
    void givesASourceForEachPageWithThePersonBeforeThePapers() throws IOException {
        write("1.txt", PROFILE);
        write("2.txt", "Abstract:Only words are here.\n");
        List<RecordSource> pages = open("page-text", folder.toString());
        assertThat(pages)
                .extracting(page -> page.description().kind())
                .containsExactly("PROFILE_PAGE", "ABSTRACTS_PAGE");
        InOrder order = new InOrder();
        pages.getFirst().read(order);
        assertThat(order.kinds).containsExactly("PersonRecord", "PaperRecord");
        KeptRecords profile = KeptRecords.of(pages.getFirst());
        assertThat(((PersonRecord) profile.others.getFirst()).name()).isEqualTo("Ada Önder");
        assertThat(profile.only().abstractText()).isEqualTo("We measure it.");
        assertThat(String.valueOf(profile.only().publishedOn())).contains("2026-05-03");
        assertThat(KeptRecords.of(pages.getLast()).only().abstractText()).isEqualTo("Only words are here.");
    }

    @Test
    void rejectsPagesWithoutTheYearInWhichTheyWereSaved() throws IOException {
        String page = write("1.txt", PROFILE);
        assertThatThrownBy(() -> Formats.open("page-text", List.of(page), Options.defaults()))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageStartingWith("page-text needs the year");
        assertThatThrownBy(() -> new Options(26, true)).isInstanceOf(UnreadableSource.class);
    }

    @Test
    void leavesIdentitiesOutIfAsked() throws IOException {
        write(
                "xml/c.xml",
                COLLECTION.replace(
                        "</title>", "</title><author id='ada-1'><first>Ada</first><last>Önder</last></author>"));
        for (boolean evidence : List.of(true, false)) {
            PaperRecord paper = KeptRecords.of(
                            Formats.open("acl-anthology", List.of(folder.toString()), new Options(null, evidence))
                                    .getFirst())
                    .only();
            assertThat(paper.authors().getFirst().sourceId()).isEqualTo(evidence ? "ada-1" : null);
        }
    }

    @Test
    void distinguishesRecordsWithoutIdInFilesOfTheSameName() throws IOException {
        write("x/refs.csv", "title\nA\n");
        write("y/refs.csv", "title\nB\n");
        KeptRecords kept = read("csv", folder.toString());
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.ids()).containsExactly("x/refs.csv:2", "y/refs.csv:2");
    }

    /** What kind of records come, in their order. */
    private static final class InOrder implements RecordSink {

        private final List<String> kinds = new ArrayList<>();

        @Override
        public void accept(IngestRecord record) {
            kinds.add(record.getClass().getSimpleName());
        }

        @Override
        public void reject(Rejection rejection) {
            kinds.add(rejection.code());
        }

        @Override
        public void warn(Warning warning) {
            kinds.add(warning.code());
        }

        @Override
        public void skip(String code) {}

        @Override
        public void progress(long bytesRead) {}
    }
}

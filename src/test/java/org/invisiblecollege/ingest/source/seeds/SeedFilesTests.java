package org.invisiblecollege.ingest.source.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.ingest.command.ConvertPages;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceContents;
import org.invisiblecollege.ingest.record.VenueMention;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.topic.TopicMention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What lies under seeds/. */
class SeedFilesTests {

    private static final Path PAGES = GivenData.FOLDER.resolve("seeds");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void holdTheRecordsOfFivePages() {
        assertThat(SeedFiles.sources())
                .extracting(
                        source -> source.source().kind(),
                        source -> source.papers().size())
                .containsExactly(
                        tuple("PROFILE_PAGE", 38),
                        tuple("SIMILAR_PAPERS_PAGE", 230),
                        tuple("LISTING_PAGE", 120),
                        tuple("DAILY_PAGE", 64),
                        tuple("ABSTRACTS_PAGE", 10));
    }

    @Test
    void holdNoAbstract() {
        assertThat(SeedFiles.sources())
                .flatExtracting(SourceContents::papers)
                .allSatisfy(paper -> assertThat(paper.abstractText()).isNull())
                .allSatisfy(paper -> assertThat(paper.fingerprint()).isNotNull());
    }

    /** A store that holds the bundled data finds it unchanged. */
    @Test
    void haveTheDigestsThatStoresHave() {
        List<PaperRecord> papers = SeedFiles.sources().stream()
                .flatMap(source -> source.papers().stream())
                .toList();
        assertThat(papers.getFirst().digest()).isEqualTo("236234d9204d9a1787df7e542c59380a");
        assertThat(DigestUtils.sha256Hex(String.join(
                        "\n", papers.stream().map(PaperRecord::digest).toList())))
                .isEqualTo("10739604971fe1584b0f751883c206c77109a955b7d530474d172036df3897f1");
    }

    @Test
    void theAnthologyHasFactsWithoutAbstracts() throws IOException {
        List<PaperRecord> papers = new ArrayList<>();
        BundledAnthology anthology = new BundledAnthology();
        anthology.read(new PaperSink(papers));
        assertThat(papers)
                .hasSize(29_343)
                .hasSize(SeedFiles.manifest(SeedFiles.ANTHOLOGY_MANIFEST)
                        .sources()
                        .getFirst()
                        .records())
                .allSatisfy(paper -> {
                    assertThat(paper.abstractText()).isNull();
                    assertThat(Objects.requireNonNull(paper.publishedOn()).year())
                            .isBetween(2016, 2024);
                    assertThat(paper.venue()).isNotNull();
                });
        PaperRecord handbook = papers.stream()
                .filter(paper -> paper.recordId().equals("2020.cl-2.1"))
                .findFirst()
                .orElseThrow();
        assertThat(handbook.title())
                .isEqualTo("Multilingual and Interlingual Semantic Representations for Natural Language Processing: A"
                        + " Brief Introduction");
        assertThat(handbook.authors())
                .extracting(AuthorMention::name, AuthorMention::position)
                .containsExactly(
                        tuple("Marta R. Costa-jussà", 1),
                        tuple("Cristina España-Bonet", 2),
                        tuple("Pascale Fung", 3),
                        tuple("Noah A. Smith", 4));
        assertThat(handbook.publication().venues())
                .containsExactly(new VenueMention("Computational Linguistics", "CL"));
        assertThat(handbook.externalIds()).isEqualTo(Map.of("acl", "2020.cl-2.1", "doi", "10.1162/coli_a_00373"));
        assertThat(handbook.mentions())
                .extracting(TopicMention::topic, TopicMention::text, TopicMention::start, TopicMention::end)
                .containsExactly(
                        tuple("topic:language-technology:multilingual-language-processing", "Multilingual", 0, 12),
                        tuple("topic:language-technology:interlingua", "Interlingual", 17, 29),
                        tuple("topic:language-technology:computational-semantics", "Semantic Representations", 30, 54));
    }

    @Test
    void theAnthologyIsTheFileOfItsManifest() throws IOException {
        Manifest.SeedSource entry =
                SeedFiles.manifest(SeedFiles.ANTHOLOGY_MANIFEST).sources().getFirst();
        assertThat(DigestUtils.sha256Hex(Files.readAllBytes(Path.of("seeds", entry.file()))))
                .isEqualTo(entry.sha256());
        assertThat(entry.source().licence()).isEqualTo("CC BY 4.0");
    }

    private record PaperSink(List<PaperRecord> papers) implements RecordSink {

        @Override
        public void accept(IngestRecord record) {
            papers.add((PaperRecord) record);
        }

        @Override
        public void reject(Rejection rejection) {
            throw new AssertionError(rejection);
        }

        @Override
        public void warn(Warning warning) {
            throw new AssertionError(warning);
        }

        @Override
        public void skip(String code) {
            throw new AssertionError(code);
        }

        @Override
        public void progress(long bytesRead) {
            assertThat(bytesRead).isPositive();
        }
    }

    /** The titles were read off the page by eye, line by line. */
    @Test
    void splitTheTitlesOfTheListing() throws IOException {
        List<String> titles = Files.readAllLines(Path.of("src/test/resources/listing-titles.txt"));
        assertThat(SeedFiles.sources().get(2).papers())
                .extracting(PaperRecord::title)
                .containsExactlyElementsOf(titles);
    }

    /** Needs the pages themselves, which are not part of the project. */
    @Test
    @GivenData("seeds")
    void areWhatTheConverterMakesOfThePages() throws IOException {
        int status = new CommandLine(new ConvertPages()).execute(PAGES.toString(), folder.toString(), "--year", "2026");
        assertThat(status).isZero();
        for (String file : List.of(
                "MANIFEST.json",
                "profile-page.jsonl",
                "similar-papers-page.jsonl",
                "listing-page.jsonl",
                "daily-page.jsonl",
                "abstracts-page.jsonl")) {
            assertThat(folder.resolve(file)).hasSameTextualContentAs(Path.of("seeds", file));
        }
    }
}

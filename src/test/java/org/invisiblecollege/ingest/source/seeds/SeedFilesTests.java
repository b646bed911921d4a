package org.invisiblecollege.ingest.source.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.ingest.command.ConvertPages;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.SourceContents;
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

package org.invisiblecollege.ingest.source.pagetext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.SourceContents;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages in the form of the five kinds, written for these tests. */
class PageTextReaderTests {

    @TempDir
    private Path folder = Path.of("");

    private SourceContents read(String text) throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), text);
        return new PageTextReader(2026).read(List.of(page), List.of()).getFirst();
    }

    @Test
    void readsAProfile() throws IOException {
        SourceContents profile = read("""
                Ada Önder

                CL
                h-index7
                2papers
                1,234citations
                Novelty12%
                AI Score34

                2 Papers

                71.6CLMay 3Code
                A First Title

                Bo Li, Cy Doe, Team Acme et al. · mila

                We measure something.

                LGJan 31, 2019
                A Second Title

                Ada Önder, Bo Li

                They measure it again.
                """);
        assertThat(profile.people().getFirst().name()).isEqualTo("Ada Önder");
        assertThat(profile.people().getFirst().reported())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "field",
                        "CL",
                        "h-index",
                        "7",
                        "papers",
                        "2",
                        "citations",
                        "1234",
                        "Novelty",
                        "12",
                        "AI Score",
                        "34"));
        PaperRecord first = profile.papers().getFirst();
        assertThat(first.recordId()).isEqualTo("page.txt:12");
        assertThat(first.title()).isEqualTo("A First Title");
        assertThat(first.authors())
                .containsExactly(
                        AuthorMention.of("Bo Li", 1),
                        AuthorMention.of("Cy Doe", 2),
                        AuthorMention.of("Ada Önder", null));
        assertThat(first.authorsComplete()).isFalse();
        assertThat(first.organisations())
                .containsExactly(OrganisationMention.of("mila"), OrganisationMention.of("Acme"));
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2026-05-03"));
        assertThat(first.categories()).containsExactly("CL");
        assertThat(first.reported()).containsExactlyInAnyOrderEntriesOf(Map.of("score", "71.6", "code", "yes"));
        PaperRecord second = profile.papers().getLast();
        assertThat(second.authorsComplete()).isTrue();
        assertThat(second.authors()).containsExactly(AuthorMention.of("Ada Önder", 1), AuthorMention.of("Bo Li", 2));
        assertThat(second.publishedOn()).isEqualTo(new PublicationDate("2019-01-31"));
    }

    @Test
    void readsAListing() throws IOException {
        SourceContents listing = read("""
                12 Routing in Sparse Models Sparse models have many experts. We route them. 3 authors · Mar 1, 2025 4
                - A Study of Tokens We study tokens at https://example.org/tokens The Token Lab · Jan 4
                """);
        PaperRecord counted = listing.papers().getFirst();
        assertThat(counted.title()).isEqualTo("Routing in Sparse Models");
        assertThat(counted.abstractText()).isEqualTo("Sparse models have many experts. We route them.");
        assertThat(counted.authorCount()).isEqualTo(3);
        assertThat(counted.reported()).containsExactlyInAnyOrderEntriesOf(Map.of("upvotes", "12", "comments", "4"));
        PaperRecord named = listing.papers().getLast();
        assertThat(named.title()).isEqualTo("A Study of Tokens");
        assertThat(named.abstractText()).isEqualTo("We study tokens at https://example.org/tokens");
        assertThat(named.organisations()).containsExactly(OrganisationMention.of("The Token Lab"));
        assertThat(named.publishedOn()).isEqualTo(new PublicationDate("2026-01-04"));
        assertThat(named.reported()).isEmpty();
    }

    @Test
    void usesATitleThatIsKnownFromAnotherPage() throws IOException {
        Path listing = Files.writeString(
                folder.resolve("a.txt"), "1 The Less Said Multilingual Models offer little. 2 authors · Mar 1, 2025\n");
        Path daily = Files.writeString(folder.resolve("b.txt"), """
                new

                Daily Papers

                Aug 4

                The Less Said

                Nothing.
                """);
        List<SourceContents> read = new PageTextReader(2026).read(List.of(listing, daily), List.of());
        assertThat(read.getFirst().papers().getFirst().title()).isEqualTo("The Less Said");
        assertThat(read.getLast().papers().getFirst().publishedOn()).isNull();
    }

    @Test
    void readsSimilarPapersAndAbstracts() throws IOException {
        SourceContents similar = read("Banner\nBanner\nSubscribeFirst Title\nOne.\nSecond Title\nTwo.\n");
        assertThat(similar.papers()).extracting(PaperRecord::title).containsExactly("First Title", "Second Title");
        SourceContents abstracts = read("Abstract:Only words.\nAbstract:More words.\n");
        assertThat(abstracts.papers()).extracting(PaperRecord::title).containsOnlyNulls();
        assertThat(abstracts.papers())
                .extracting(PaperRecord::abstractText)
                .containsExactly("Only words.", "More words.");
    }

    @Test
    void namesTheFileAndLineOfAnError() {
        assertThatThrownBy(() -> read("nothing we know"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("page.txt:1: not a profile");
        assertThatThrownBy(() -> read("1 Some Title We do it. 2 authors · Xyz 41, 2025\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("page.txt:1: not a date: Xyz 41, 2025");
    }
}

package org.invisiblecollege.ingest.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndNoteXmlTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        return KeptRecords.of(EndNoteXml.open(List.of(Files.writeString(folder.resolve("library.xml"), text))));
    }

    @Test
    void readsALibrary() throws IOException {
        KeptRecords kept = read("""
                <?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="Mire.enl" path="C:\\Mire.enl">Mire.enl</database>
                <source-app name="EndNote" version="20.1">EndNote</source-app><rec-number>12</rec-number>
                <foreign-keys><key app="EN" db-id="s9x0" timestamp="16">12</key></foreign-keys>
                <ref-type name="Journal Article">17</ref-type>
                <contributors><authors><author><style face="normal" font="default" size="100%">Varga, Ines</style></author>
                <author><style>Quill, B. R.</style></author><author><style>Heron Study Group,</style></author></authors>
                <secondary-authors><author><style>Editor, Edda</style></author></secondary-authors></contributors>
                <titles><title><style>Reeds </style><style face="italic">in situ</style><style>: a survey</style></title>
                <secondary-title><style>Journal of Mires</style></secondary-title></titles>
                <periodical><full-title><style>J. of Mires</style></full-title></periodical>
                <pages><style>1-9</style></pages>
                <keywords><keyword><style>reeds</style></keyword><keyword><style>marsh&#xD;peat; moss</style></keyword></keywords>
                <dates><year><style>2019</style></year><pub-dates><date><style>Jun 12</style></date></pub-dates></dates>
                <accession-num><style>31234567</style></accession-num>
                <electronic-resource-num><style>Artn 12 10.1234/Mire.12</style></electronic-resource-num>
                <remote-database-name><style>Medline</style></remote-database-name><custom2><style>PMC6543210</style></custom2>
                <abstract><style>We count reeds.</style></abstract></record>
                <record><rec-number>13</rec-number><ref-type name="Edited Book">28</ref-type>
                <contributors><authors><author>Editor, Edda</author></authors></contributors>
                <titles><title>Reed Handbook</title><secondary-title>Mire Series</secondary-title></titles>
                <dates><year>in press</year></dates></record>
                <record><rec-number>14</rec-number><ref-type name="Conference Proceedings">10</ref-type>
                <contributors><authors><author>Varga, Ines</author><author>et al.</author></authors></contributors>
                <titles><title>Reeds, again</title><secondary-title>Reed Days</secondary-title></titles>
                <dates><year>2020</year><pub-dates><date>2020/03/05</date></pub-dates></dates>
                <urls><related-urls><url>https://doi.org/10.1234/days.5</url></related-urls></urls></record>
                </records></xml>
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line, Warning::value)
                .containsExactly(tuple("year_malformed", 18, "in press"));
        assertThat(kept.ids()).containsExactly("s9x0:12", "library.xml:13", "library.xml:14");
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.title()).isEqualTo("Reeds in situ: a survey");
        assertThat(first.authors())
                .containsExactly(
                        AuthorMention.of("Ines Varga", 1),
                        AuthorMention.of("B. R. Quill", 2),
                        AuthorMention.of("Heron Study Group", 3));
        assertThat(first.authorsComplete()).isTrue();
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2019-06-12"));
        assertThat(first.venue()).isEqualTo("Journal of Mires");
        assertThat(first.type()).isEqualTo("journal-article");
        assertThat(first.abstractText()).isEqualTo("We count reeds.");
        assertThat(first.externalIds())
                .isEqualTo(Map.of("doi", "10.1234/mire.12", "pmid", "31234567", "pmcid", "PMC6543210"));
        assertThat(first.assertedTopics())
                .extracting(AssertedTopic::label)
                .containsExactly("reeds", "marsh", "peat", "moss");
        PaperRecord book = kept.papers.get(1);
        assertThat(book.authors()).isEmpty();
        assertThat(book.authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(book.venue()).isNull();
        PaperRecord last = kept.papers.getLast();
        assertThat(last.authors()).containsExactly(AuthorMention.of("Ines Varga", 1));
        assertThat(last.authorList().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(last.publishedOn()).isEqualTo(new PublicationDate("2020-03-05"));
        assertThat(last.type()).isEqualTo("proceedings-article");
        assertThat(last.externalIds()).isEqualTo(Map.of("doi", "10.1234/days.5"));
    }

    @Test
    void keepsLibrariesApart() throws IOException {
        String one =
                "<xml><records><record><rec-number>1</rec-number><titles><title>One</title></titles></record></records></xml>";
        Path first = Files.writeString(folder.resolve("a.xml"), one);
        Path second = Files.writeString(folder.resolve("b.xml"), one.replace("One", "Two"));
        KeptRecords kept = KeptRecords.of(EndNoteXml.open(List.of(first, second)));
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.ids()).containsExactly("a.xml:1", "b.xml:1");
    }

    @Test
    void survivesAHostileFile() throws IOException {
        KeptRecords kept = read("<xml><records>\n"
                + "<record><titles><title>One\u000b two</title></titles><electronic-resource-num>none</electronic-resource-num></record>\n"
                + "<record><titles><title> </title></titles></record>\n"
                + "<record>" + "<titles>".repeat(400) + "</titles>".repeat(400) + "</record>\n"
                + "<record><titles><title>Three</title></titles></record>\n"
                + "<record><titles><title>R & D</title></titles></record>\n</records></xml>");
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("One two", "Three");
        assertThat(kept.ids()).containsExactly("library.xml:line 2", "library.xml:line 5");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("paper_without_title", 3), tuple("xml_too_deep", 4), tuple("xml_malformed", 6));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactly(tuple("control_character", 2), tuple("doi_malformed", 2));
    }

    @Test
    void refusesOtherXml() throws IOException {
        assertThat(read("<feed/>").rejections)
                .containsExactly(new Rejection("not_endnote_xml", "library.xml", 1, "begins with <feed>"));
    }

    @Test
    void knowsItsFiles() {
        assertThat(EndNoteXml.isLikely("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><xml><records><record>"))
                .isTrue();
        assertThat(EndNoteXml.isLikely("<xml><things>")).isFalse();
        assertThat(EndNoteXml.isLikely("<records><row>")).isFalse();
    }
}

package org.invisiblecollege.ingest.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.ingest.AuthorMention;
import org.invisiblecollege.ingest.KeptRecords;
import org.invisiblecollege.ingest.OrganisationMention;
import org.invisiblecollege.ingest.PaperRecord;
import org.invisiblecollege.ingest.Rejection;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AclAnthologyTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read() throws IOException {
        return KeptRecords.of(AclAnthology.open(folder));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("data/xml"));
        Files.writeString(folder.resolve("data/xml").resolve(name), text);
    }

    @Test
    void readsAPaperWithAllItSays() throws IOException {
        write("2021.x.xml", """
                <?xml version='1.0' encoding='UTF-8'?>
                <collection id="2021.x">
                  <volume id="main" type="journal">
                    <meta><booktitle>B</booktitle><month>July</month><year>2021</year><venue>cl</venue></meta>
                    <frontmatter><url>2021.x-main.0</url></frontmatter>
                    <paper id="7">
                      <title><fixed-case>MURI</fixed-case>: a
                        <i>study</i></title>
                      <author id="ada-onder" orcid="0000-0002-1825-0097"><first>Ada</first><last>Önder</last>
                        <affiliation>Uni &amp; Co</affiliation></author>
                      <author><first/><last>Mausam</last></author>
                      <abstract>We <b>measure</b> it.</abstract>
                      <doi>10.1162/COLI_a_1</doi>
                      <retracted date="2021-08-09">because</retracted>
                    </paper>
                  </volume>
                </collection>
                """);
        KeptRecords kept = read();
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.skipped).containsExactly("frontmatter");
        PaperRecord paper = kept.papers.getFirst();
        assertThat(paper.recordId()).isEqualTo("2021.x-main.7");
        assertThat(paper.title()).isEqualTo("MURI: a study");
        assertThat(paper.abstractText()).isEqualTo("We measure it.");
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2021-07"));
        assertThat(paper.venue()).isEqualTo("cl");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.isRetracted()).isTrue();
        assertThat(paper.authorsComplete()).isTrue();
        assertThat(paper.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("acl", "2021.x-main.7", "doi", "10.1162/coli_a_1"));
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention(
                                "Ada Önder",
                                1,
                                "ada-onder",
                                "0000-0002-1825-0097",
                                List.of(OrganisationMention.of("Uni & Co"))),
                        AuthorMention.of("Mausam", 2));
    }

    @ParameterizedTest
    @CsvSource({
        "2020.acl, main, 1, 2020.acl-main.1",
        "P18, 1, 1, P18-1001",
        "P18, 2, 123, P18-2123",
        "W18, 1, 3, W18-0103",
        "W18, 55, 12, W18-5512",
        "C69, 1, 2, C69-0102",
        "D19, 1, 7, D19-1007",
        "D19, 50, 7, D19-5007",
    })
    void givesThePaperTheIdItHasInTheAnthology(String collection, String volume, String paper, String id) {
        assertThat(CollectionReader.anthologyId(collection, volume, paper)).isEqualTo(id);
    }

    @Test
    void goesOnBehindAFileThatIsNoXml() throws IOException {
        write("a.xml", "<collection id='a'><volume id='1'><paper id='1'><title>Cut off");
        write("b.xml", paper("b"));
        KeptRecords kept = read();
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file)
                .containsExactly(tuple("xml_malformed", "a.xml"));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("Title b");
        assertThat(kept.bytesRead).isEqualTo(AclAnthology.open(folder).size());
    }

    @Test
    void readsNoDtdAndNoEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        write("a.xml", "<!DOCTYPE c [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + paper("&x;"));
        write("b.xml", "<!DOCTYPE c [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>" + paper("&b;"));
        KeptRecords kept = read();
        assertThat(kept.papers).isEmpty();
        assertThat(kept.rejections).extracting(Rejection::code).containsExactly("xml_dtd", "xml_dtd");
    }

    @Test
    void rejectsWhatHasNoTitleOrNameAndKeepsTheRest() throws IOException {
        write("a.xml", """
                <collection id="a"><volume id="1"><meta><year>soon</year></meta>
                <paper id="1"><author><first>A</first><last>B</last></author></paper>
                <paper id="2"><title>T</title><author><first/><last/></author><author><last>C</last></author></paper>
                </volume></collection>""");
        KeptRecords kept = read();
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(
                        tuple("paper_without_title", 2), tuple("author_without_name", 3), tuple("year_malformed", 3));
        assertThat(kept.papers.getFirst().authors()).containsExactly(AuthorMention.of("C", 1));
        assertThat(kept.papers.getFirst().publishedOn()).isNull();
    }

    @Test
    void saysWhereItLooked() {
        assertThatThrownBy(() -> AclAnthology.open(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its xml or its data/xml");
    }

    private static String paper(String title) {
        return "<collection id='c'><volume id='1'><meta><year>2001</year></meta><paper id='1'><title>Title " + title
                + "</title></paper></volume></collection>";
    }
}

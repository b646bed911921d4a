package org.invisiblecollege.ingest.source.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;
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
    void readsTheNextFileAfterOneThatIsNoXml() throws IOException {
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
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file, Rejection::line)
                .containsExactly(tuple("xml_dtd", "a.xml", 1), tuple("xml_dtd", "b.xml", 1));
    }

    @Test
    void readsAnyNumberOfPredefinedEntities() throws IOException {
        write("a.xml", paper("&amp;".repeat(150_000)));
        assertThat(read().only().title()).hasSize("Title ".length() + 150_000);
    }

    @Test
    void readsTheNextFileAfterABillionLaughs() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE c [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        write("a.xml", laughs + "]>" + paper("&a29;"));
        write("b.xml", paper("b"));
        KeptRecords kept = read();
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file)
                .containsExactly(tuple("xml_dtd", "a.xml"));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("Title b");
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
                .containsExactly(tuple("paper_without_title", 2));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactly(tuple("year_malformed", 1), tuple("author_without_name", 3));
        assertThat(kept.papers.getFirst().authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(kept.papers.getFirst().authors()).containsExactly(AuthorMention.of("C", 1));
        assertThat(kept.papers.getFirst().publishedOn()).isNull();
    }

    @Test
    void takesTheFirstOfTwoPapersWithOneId() throws IOException {
        write("a.xml", paper("first"));
        write("b.xml", "\n" + paper("second"));
        KeptRecords kept = read();
        assertThat(kept.rejections).containsExactly(new Rejection("duplicate_id", "b.xml", 2, "c-1.1"));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("Title first");
    }

    @Test
    void followsNoLink() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.xml"), paper("outside"));
        Path variants = Files.writeString(folder.resolve("outside.yaml"), "- {canonical: {first: A, last: B}, id: x}");
        write("b.xml", paper("b"));
        Files.createSymbolicLink(folder.resolve("data/xml/a.xml"), outside);
        Files.createDirectories(folder.resolve("data/yaml"));
        Files.createSymbolicLink(folder.resolve("data/yaml/name_variants.yaml"), variants);
        KeptRecords kept = read();
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file)
                .containsExactly(tuple("file_is_link", "a.xml"), tuple("file_is_link", "name_variants.yaml"));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("Title b");
        Path other = folder.resolve("other");
        Files.createDirectories(other.resolve("data"));
        Files.createSymbolicLink(other.resolve("data/xml"), folder.resolve("data/xml"));
        assertThatThrownBy(() -> AclAnthology.open(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a link in place of data/xml");
        Path link = Files.createSymbolicLink(folder.resolve("checkout"), folder.resolve("data"));
        assertThat(KeptRecords.of(AclAnthology.open(link)).ids()).containsExactly("c-1.1");
    }

    @Test
    void changesTheChecksumWhenAFileChanges() throws IOException {
        write("a.xml", paper("a"));
        String before = AclAnthology.open(folder).description().sha256();
        assertThat(AclAnthology.open(folder).description().sha256()).isEqualTo(before);
        write("a.xml", paper("b"));
        assertThat(AclAnthology.open(folder).description().sha256()).isNotEqualTo(before);
    }

    @Test
    void readsSomeFilesOfAFolder() throws IOException {
        write("a.xml", paper("a"));
        write("b.xml", paper("b"));
        RecordSource some = AclAnthology.open(List.of(folder.resolve("data/xml/b.xml")), true);
        assertThat(KeptRecords.of(some).papers).extracting(PaperRecord::title).containsExactly("Title b");
    }

    @Test
    void givesAPaperAllVenuesOfItsVolume() throws IOException {
        write(
                "a.xml",
                paper("a").replace("<year>", "<venue>lrec</venue><venue>coling</venue><venue>lrec</venue><year>"));
        evidence("venues/lrec.yaml", "acronym: LREC\nname: Conference on Language Resources and Evaluation\n");
        evidence("venues/coling.yaml", "acronym: COLING\nname: Conference on Computational Linguistics\n");
        assertThat(read().only().venues())
                .containsExactly(
                        "Conference on Language Resources and Evaluation", "Conference on Computational Linguistics");
    }

    @ParameterizedTest
    @CsvSource({
        "July, 2001-07, ",
        "July 5, 2001-07-05, ",
        "7, 2001-07, ",
        "October-November, 2001, date_shortened",
    })
    void saysOnceForAVolumeWhatItsDateLeavesOut(String month, String date, @Nullable String warning)
            throws IOException {
        write(
                "a.xml",
                paper("a")
                        .replace("<year>", "<month>" + month + "</month><year>")
                        .replace("</paper>", "</paper><paper id='2'><title>Second</title></paper>"));
        KeptRecords kept = read();
        assertThat(kept.papers)
                .extracting(PaperRecord::publishedOn)
                .containsExactly(new PublicationDate(date), new PublicationDate(date));
        assertThat(kept.warned()).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void givesVenuesTheirNames() throws IOException {
        write("a.xml", paper("a").replace("<year>", "<venue>acl</venue><year>"));
        write("b.xml", paper("b").replace("id='c'", "id='d'").replace("<year>", "<venue>../x</venue><year>"));
        evidence("venues/acl.yaml", "acronym: ACL\nname: Annual Meeting of the ACL\n");
        assertThat(read().papers).extracting(PaperRecord::venue).containsExactly("Annual Meeting of the ACL", "../x");
    }

    /** Who has which id: "-" where the name alone says who it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ahmet/Üstün                     | ahmet-ustun
            Ahmet/Ustun                     | ahmet-ustun
            Pranav/A                        | pranav-a
            Unknown/Person                  | -
            Wei/Wang                        | -
            Wei/Wang#wei-wang-7             | wei-wang-7
            W./Wang                         | wei-wang-8
            Yang/Liu                        | -
            Y./Liu                          | yang-liu-1
            Yang/Liu#yang-liu-2             | yang-liu-2
            Jo/Other                        | -
            J./Other                        | -
            Jo/Somebody#jo-other            | jo-other
            Li/Na                           | -
            Li/Ná                           | -
            Taken/Id                        | -
            Someone/Else                    | taken-id
            Ada/Twice                       | -
            Bo/Twice                        | -
            /Mausam                         | mausam
            No/On                           | no-on
            Jo Ann/Lee                      | jo-ann-lee
            Jo/Ann Lee                      | -
            """)
    void identifiesPeopleWithoutMakingOneOfTwo(String written, String id) throws IOException {
        evidence("name_variants.yaml", """
                - canonical: {first: Ahmet, last: Üstün}
                  variants:
                  - {first: Ahmet, last: Ustun}
                - canonical: {first: Pranav, last: A}
                  id: pranav-a
                  similar: [pranav-anand]
                - canonical: {first: Wei, last: Wang}
                  id: wei-wang-7
                - canonical: {first: Wei, last: Wang}
                  id: wei-wang-8
                  variants: [{first: W., last: Wang}]
                - canonical: {first: Yang, last: Liu}
                  id: yang-liu-1
                  variants: [{first: Y., last: Liu}]
                - canonical: {first: Jo, last: Other}
                  variants: [{first: J., last: Other}]
                - canonical: {first: Li, last: Na}
                - canonical: {first: Li, last: Ná}
                - canonical: {first: Taken, last: Id}
                - canonical: {first: Someone, last: Else}
                  id: taken-id
                - canonical: {first: Ada, last: Twice}
                  id: twice
                - canonical: {first: Bo, last: Twice}
                  id: twice
                - canonical: {last: Mausam}
                - canonical: {first: No, last: On}
                - canonical: {first: Jo Ann, last: Lee}
                """);
        write("a.xml", by("Yang/Liu#yang-liu-2", "Jo/Somebody#jo-other"));
        write("b.xml", by(written).replace("id='c'", "id='d'"));
        assertThat(read().papers.getLast().authors())
                .extracting(author -> author.sourceId() == null ? "-" : author.sourceId())
                .containsExactly(id);
        assertThat(KeptRecords.of(AclAnthology.open(List.of(folder), false))
                        .papers
                        .getLast()
                        .authors())
                .extracting(AuthorMention::sourceId)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({
        "Ahmet,Üstün,ahmet-ustun",
        "Daniel,D’souza,daniel-d-souza",
        "'',Mausam,mausam",
        "M.A.,Martí,m-a-marti",
        "-,.,''"
    })
    void makesAnIdOfAName(String first, String last, String id) {
        assertThat(PersonIds.slug(new WrittenName(first, last))).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - canonical: {first: A, last: B}~  variants: [  | 2
            - {id: x}~- canonical: {first: A, last: B}      | 1
            a: b                                            | 1
            - canonical: {first: A, last: "\0"}             | 1
            """)
    void readsPapersWithoutEvidenceThatIsNoYaml(String yaml, int line) throws IOException {
        evidence("name_variants.yaml", yaml.replace('~', '\n').replace("\\0", "\0"));
        write("a.xml", paper("a"));
        KeptRecords kept = read();
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file, Rejection::line)
                .containsExactly(tuple("yaml_malformed", "name_variants.yaml", line));
        assertThat(kept.papers).hasSize(1);
    }

    @Test
    void saysWhereEvidenceIsNestedTooDeep() throws IOException {
        evidence("name_variants.yaml", "- canonical: {first: A, last: B}\n- [[[[[[[[[[[[[[[[[[[[[[[[[[[[");
        write("a.xml", paper("a"));
        KeptRecords kept = read();
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("yaml_too_deep", "name_variants.yaml", 2, "nested deeper than 20 levels"));
        assertThat(kept.papers).hasSize(1);
    }

    @Test
    void expandsNoYamlBomb() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 15; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(9, "*a" + (i - 1)))));
        }
        evidence("name_variants.yaml", bomb.toString());
        evidence("venues/acl.yaml", "name: !!javax.script.ScriptEngineManager [x]\n");
        write("a.xml", paper("a").replace("<year>", "<venue>acl</venue><year>"));
        KeptRecords kept = read();
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file)
                .containsExactly(
                        tuple("yaml_malformed", "name_variants.yaml"), tuple("yaml_malformed", "venues/acl.yaml"));
        assertThat(kept.papers.getFirst().venue()).isEqualTo("acl");
    }

    @Test
    void warnsOfMalformedIds() throws IOException {
        write(
                "a.xml",
                by("Ada/Önder#").replace("<author", "<author orcid='7'").replace("</title>", "</title><doi>x</doi>"));
        KeptRecords kept = read();
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::value)
                .containsExactly(tuple("orcid_malformed", "7"), tuple("doi_malformed", "x"));
        assertThat(kept.papers.getFirst().authors()).containsExactly(AuthorMention.of("Ada Önder", 1));
    }

    private void evidence(String name, String text) throws IOException {
        Path file = folder.resolve("data/yaml").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A paper by people written "First/Last#id". */
    private static String by(String... authors) {
        StringBuilder written = new StringBuilder();
        for (String author : authors) {
            String[] parts = author.split("[/#]", -1);
            written.append("<author").append(parts.length > 2 ? " id='" + parts[2] + "'" : "");
            written.append("><first>%s</first><last>%s</last></author>".formatted(parts[0], parts[1]));
        }
        return paper("T").replace("</title>", "</title>" + written);
    }

    @Test
    void namesTheFoldersItSearched() {
        assertThatThrownBy(() -> AclAnthology.open(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its xml or its data/xml");
    }

    private static String paper(String title) {
        return "<collection id='c'><volume id='1'><meta><year>2001</year></meta><paper id='1'><title>Title " + title
                + "</title></paper></volume></collection>";
    }
}

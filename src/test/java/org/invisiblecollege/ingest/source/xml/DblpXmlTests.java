package org.invisiblecollege.ingest.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DblpXmlTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        return KeptRecords.of(DblpXml.open(
                List.of(Files.write(folder.resolve("dblp.xml"), text.getBytes(StandardCharsets.ISO_8859_1)))));
    }

    @Test
    void readsTheWholeOfDblp() throws IOException {
        KeptRecords kept = read("""
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <!DOCTYPE dblp SYSTEM "dblp.dtd">
                <dblp>
                <article mdate="2024-01-02" key="journals/rl/VargaW19">
                <author orcid="0000-0002-1825-0097">Ines Varga</author>
                <author>Li Wang 0012</author>
                <author>J&uuml;rgen M\u00fcller</author>
                <title>Reeds &amp; H<sub>2</sub>O: a <i>first</i> view.</title>
                <pages>1-9</pages><year>2019</year><month>May</month><volume>3</volume><journal>Reed Lett.</journal>
                <ee>https://reeds.example.org/3</ee>
                <ee type="oa">https://doi.org/10.1234/RL.19</ee>
                <cite>conf/moss/Old01</cite><cite>...</cite>
                </article>
                <inproceedings key="conf/moss/Old01"><author>Olga Old</author><title>Moss in the U.S.</title>
                <year>2001</year><booktitle>MOSS</booktitle></inproceedings>
                <article publtype="informal withdrawn" key="journals/corr/abs-2101-00001"><author>Ines Varga</author>
                <title>Sedge?</title><year>2021</year><journal>CoRR</journal>
                <ee>https://doi.org/10.48550/arXiv.2101.00001</ee></article>
                <proceedings key="conf/moss/2001"><editor>Edda Edit</editor><title>Proceedings of MOSS.</title>
                <booktitle>MOSS</booktitle><year>2001</year></proceedings>
                <phdthesis key="phd/Varga"><author>Ines Varga</author><title>On Reeds.</title><year>2015</year>
                <school>Mire</school></phdthesis>
                <www key="homepages/v/InesVarga"><author>Ines Varga</author><title>Home Page</title></www>
                </dblp>
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings).isEmpty();
        assertThat(kept.skipped).containsExactly("person");
        assertThat(kept.ids())
                .containsExactly(
                        "journals/rl/VargaW19",
                        "conf/moss/Old01",
                        "journals/corr/abs-2101-00001",
                        "conf/moss/2001",
                        "phd/Varga");
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.title()).isEqualTo("Reeds & H2O: a first view");
        assertThat(first.authors())
                .containsExactly(
                        new AuthorMention("Ines Varga", 1, null, "0000-0002-1825-0097", List.of()),
                        new AuthorMention("Li Wang", 2, "Li Wang 0012", null, List.of()),
                        AuthorMention.of("J\u00fcrgen M\u00fcller", 3));
        assertThat(first.authorsComplete()).isTrue();
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2019-05"));
        assertThat(first.venue()).isEqualTo("Reed Lett.");
        assertThat(first.type()).isEqualTo("journal-article");
        assertThat(first.externalIds()).isEqualTo(Map.of("doi", "10.1234/rl.19"));
        assertThat(first.references()).containsExactly("conf/moss/Old01");
        assertThat(kept.papers.get(1).title()).isEqualTo("Moss in the U.S.");
        assertThat(kept.papers.get(1).venue()).isEqualTo("MOSS");
        PaperRecord withdrawn = kept.papers.get(2);
        assertThat(withdrawn.isRetracted()).isTrue();
        assertThat(withdrawn.title()).isEqualTo("Sedge?");
        assertThat(withdrawn.type()).isEqualTo("posted-content");
        assertThat(withdrawn.externalIds())
                .isEqualTo(Map.of("doi", "10.48550/arxiv.2101.00001", "arxiv", "2101.00001"));
        assertThat(kept.papers.get(3).authors()).isEmpty();
        assertThat(kept.papers.get(3).authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(kept.papers.get(4).venue()).isNull();
        assertThat(kept.papers.get(4).type()).isEqualTo("dissertation");
    }

    @Test
    void readsThePageOfAPerson() throws IOException {
        PaperRecord paper = read("""
                        <?xml version="1.0"?>
                        <dblpperson name="Ines Varga" pid="1/2" n="1">
                        <homonyms n="1"><h f="v/V"><person key="homepages/1/3"><author>Ines Varga 0002</author></person></h></homonyms>
                        <r><article key="journals/rl/Varga19"><author pid="1/2">Ines Varga</author><title>Reeds.</title>
                        <year>2019</year><journal>Reed Lett.</journal></article></r>
                        <coauthors n="0" nc="0"></coauthors>
                        </dblpperson>
                        """).only();
        assertThat(paper.recordId()).isEqualTo("journals/rl/Varga19");
        assertThat(paper.title()).isEqualTo("Reeds");
    }

    @Test
    void survivesAHostileFile() throws IOException {
        KeptRecords kept = read("<?xml version='1.0'?>\n<!DOCTYPE dblp [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>"
                + "<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n<dblp>\n"
                + "<article key='1'><title>One &b; &x;</title><author orcid='7'>A B</author></article>\n"
                + "<article key='2'><author>A B</author></article>\n"
                + "<article key='1'><title>Again</title></article>\n"
                + "<article key='3'><title>" + "<i>".repeat(500) + "deep" + "</i>".repeat(500) + "</title></article>\n"
                + "<article key='4'><title>Four\u0001</title><year>soon</year></article>\n"
                + "<article key='5'><title>Five</title><author>C D</article>\n");
        assertThat(kept.ids()).containsExactly("1", "1~2", "4");
        assertThat(kept.papers.getFirst().title()).isEqualTo("One &b; &x;");
        assertThat(kept.papers.getLast().title()).isEqualTo("Four");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("paper_without_title", 5), tuple("xml_too_deep", 7), tuple("xml_malformed", 9));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactlyInAnyOrder(
                        tuple("duplicate_id", 6),
                        tuple("control_character", 8),
                        tuple("orcid_malformed", 4),
                        tuple("year_malformed", 8));
    }

    @Test
    void readsAnyNumberOfEntities() throws IOException {
        String text = "<dblp>"
                + IntStream.range(0, 300)
                        .mapToObj(i -> "<article key='%d'><title>%s</title></article>"
                                .formatted(i, "a &amp; &uuml; &#252; ".repeat(500)))
                        .collect(Collectors.joining("\n"))
                + "</dblp>";
        KeptRecords kept = read(text);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers).hasSize(300);
        assertThat(kept.papers.getLast().title()).startsWith("a & \u00fc \u00fc a");
    }

    @Test
    void stopsAtARecordThatIsTooLarge() throws IOException {
        KeptRecords kept = read("<dblp><article key='1'><title>One</title></article><article key='2'><title>"
                + "x".repeat(20 << 20) + "</title></article></dblp>");
        assertThat(kept.ids()).containsExactly("1");
        assertThat(kept.rejections).extracting(Rejection::code).containsExactly("record_too_large");
    }

    @Test
    void refusesOtherXml() throws IOException {
        assertThat(read("<feed><article key='1'><title>One</title></article></feed>").rejections)
                .containsExactly(new Rejection("not_dblp_xml", "dblp.xml", 1, "begins with <feed>"));
    }

    @Test
    void knowsItsFiles() {
        assertThat(DblpXml.isLikely("<?xml version='1.0'?>\n<!DOCTYPE dblp SYSTEM 'dblp.dtd'>\n<dblp>"))
                .isTrue();
        assertThat(DblpXml.isLikely("<!DOCTYPE dblp [<!ENTITY a '>'>]><!-- <x> --><dblpperson name='A'>"))
                .isTrue();
        assertThat(DblpXml.isLikely("<xml><dblp>")).isFalse();
        assertThat(DblpXml.isLikely("dblp")).isFalse();
        assertThat(DblpXml.isLikely("")).isFalse();
    }
}

package org.invisiblecollege.ingest.source.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PubMedXmlTests {

    private static final String HEAD = """
            <?xml version="1.0" ?>
            <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/x.dtd">
            """;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        return KeptRecords.of(PubMedXml.open(List.of(Files.writeString(folder.resolve("pubmed.xml"), text))));
    }

    private static String article(int pmid, String parts) {
        return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">" + pmid + "</PMID><Article>" + parts
                + "</Article></MedlineCitation></PubmedArticle>\n";
    }

    @Test
    void readsAnArticleWithAllItSays() throws IOException {
        PaperRecord paper = read(HEAD + """
                <PubmedArticleSet>
                <PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">30000001</PMID>
                <DateRevised><Year>2021</Year><Month>01</Month><Day>02</Day></DateRevised>
                <Article PubModel="Print-Electronic"><Journal><ISSN IssnType="Print">0000-0000</ISSN>
                <JournalIssue CitedMedium="Internet"><Volume>3</Volume><PubDate><Year>2019</Year><Month>Mar</Month><Day>5</Day></PubDate></JournalIssue>
                <Title>Reed letters</Title><ISOAbbreviation>Reed Lett</ISOAbbreviation></Journal>
                <ArticleTitle>CO<sub>2</sub> and <i>Phragmites</i> in wetlands.</ArticleTitle>
                <ELocationID EIdType="doi" ValidYN="Y">10.1234/RL.1</ELocationID><ELocationID EIdType="pii">S1</ELocationID>
                <Abstract><AbstractText Label="AIMS" NlmCategory="OBJECTIVE">To count <i>P.</i> reeds.</AbstractText>
                <AbstractText Label="RESULTS">Many.</AbstractText><CopyrightInformation>Mire</CopyrightInformation></Abstract>
                <AuthorList CompleteYN="Y">
                <Author ValidYN="Y"><LastName>Varga</LastName><ForeName>Ines M</ForeName><Initials>IM</Initials>
                <Identifier Source="ORCID">http://orcid.org/0000-0002-1825-0097</Identifier>
                <AffiliationInfo><Affiliation>Institute of Mires, Fenwick. Electronic address: ines@mire.example.</Affiliation></AffiliationInfo></Author>
                <Author ValidYN="N"><LastName>Vargas</LastName><ForeName>Ines M</ForeName></Author>
                <Author ValidYN="Y"><LastName>van der Quill</LastName><Initials>B</Initials><Suffix>Jr</Suffix></Author>
                <Author ValidYN="Y"><CollectiveName>Heron Study Group</CollectiveName></Author></AuthorList>
                <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList>
                <ArticleDate DateType="Electronic"><Year>2018</Year><Month>12</Month><Day>30</Day></ArticleDate></Article>
                <CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><PMID Version="1">30000099</PMID></CommentsCorrections></CommentsCorrectionsList>
                <MeshHeadingList><MeshHeading><DescriptorName UI="D1" MajorTopicYN="N">Wetlands</DescriptorName><QualifierName UI="Q1">history</QualifierName></MeshHeading></MeshHeadingList>
                <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">reed</Keyword></KeywordList>
                <InvestigatorList><Investigator><LastName>Not</LastName><ForeName>Author</ForeName></Investigator></InvestigatorList>
                </MedlineCitation><PubmedData>
                <ArticleIdList><ArticleId IdType="pubmed">30000001</ArticleId><ArticleId IdType="pmc">PMC77</ArticleId><ArticleId IdType="doi">10.1234/rl.1</ArticleId></ArticleIdList>
                <ReferenceList><Reference><Citation>Old A. Reeds.</Citation><ArticleIdList><ArticleId IdType="pubmed">20000001</ArticleId><ArticleId IdType="doi">10.9/x</ArticleId></ArticleIdList></Reference></ReferenceList>
                </PubmedData></PubmedArticle>
                </PubmedArticleSet>
                """).only();
        assertThat(paper.recordId()).isEqualTo("30000001");
        assertThat(paper.title()).isEqualTo("CO2 and Phragmites in wetlands");
        assertThat(paper.abstractText()).isEqualTo("AIMS: To count P. reeds. RESULTS: Many.");
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2019-03-05"));
        assertThat(paper.venue()).isEqualTo("Reed letters");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.isRetracted()).isTrue();
        assertThat(paper.authorsComplete()).isTrue();
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention(
                                "Ines M Varga",
                                1,
                                null,
                                "0000-0002-1825-0097",
                                List.of(OrganisationMention.of("Institute of Mires, Fenwick"))),
                        AuthorMention.of("B van der Quill Jr", 2),
                        AuthorMention.of("Heron Study Group", 3));
        assertThat(paper.externalIds()).isEqualTo(Map.of("pmid", "30000001", "pmcid", "PMC77", "doi", "10.1234/rl.1"));
        assertThat(paper.assertedTopics())
                .containsExactly(
                        new AssertedTopic("mesh", "wetlands", "Wetlands", 1),
                        new AssertedTopic("pubmed-keywords", "reed", "reed", 1));
        assertThat(paper.references()).containsExactly("20000001");
    }

    @ParameterizedTest
    @CsvSource({
        "<Year>2019</Year>, 2019, ",
        "<Year>2019</Year><Month>11</Month>, 2019-11, ",
        "<Year>2019</Year><Month>Nov</Month>, 2019-11, ",
        "<Year>2019</Year><Season>Winter</Season>, 2019, date_shortened",
        "<MedlineDate>1998 Dec-1999 Jan</MedlineDate>, 1998, date_shortened",
        "<MedlineDate>Spring</MedlineDate>, , year_malformed",
    })
    void readsDates(String written, @Nullable String date, @Nullable String warning) throws IOException {
        KeptRecords kept = read(article(
                1,
                "<Journal><JournalIssue><PubDate>" + written
                        + "</PubDate></JournalIssue></Journal><ArticleTitle>Reeds.</ArticleTitle>"));
        assertThat(kept.papers.getFirst().publishedOn()).isEqualTo(date == null ? null : new PublicationDate(date));
        assertThat(kept.warned()).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void takesTheDateOfTheArticleWhereTheIssueHasNone() throws IOException {
        PaperRecord paper = read(article(
                        1,
                        "<ArticleTitle>Reeds.</ArticleTitle>"
                                + "<ArticleDate><Year>2018</Year><Month>12</Month><Day>30</Day></ArticleDate>"))
                .only();
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2018-12-30"));
    }

    @Test
    void knowsWhetherAuthorsAreAll() throws IOException {
        KeptRecords kept = read("<PubmedArticleSet>"
                + article(
                        1,
                        "<ArticleTitle>One.</ArticleTitle><AuthorList CompleteYN='N'><Author><LastName>Varga</LastName></Author></AuthorList>")
                + article(2, "<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Schilf.</VernacularTitle>")
                + article(
                        3,
                        "<ArticleTitle>Three</ArticleTitle><AuthorList><Author><Initials>X</Initials></Author></AuthorList>")
                + "<DeleteCitation><PMID>9</PMID></DeleteCitation></PubmedArticleSet>");
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("One", "Schilf", "Three");
        assertThat(kept.papers)
                .extracting(paper -> paper.authorList().completeness())
                .containsExactly(Completeness.INCOMPLETE, Completeness.UNKNOWN, Completeness.UNKNOWN);
        assertThat(kept.warned()).containsExactly("author_without_name");
        assertThat(kept.skipped).containsExactly("deleted_citation");
    }

    @Test
    void readsAChapter() throws IOException {
        PaperRecord chapter = read(HEAD + """
                <PubmedArticleSet><PubmedBookArticle><BookDocument><PMID Version="1">20000009</PMID>
                <ArticleIdList><ArticleId IdType="bookaccession">NBK1</ArticleId></ArticleIdList>
                <Book><Publisher><PublisherName>Mire</PublisherName></Publisher><BookTitle book="x">Reed Reviews</BookTitle>
                <PubDate><Year>1993</Year></PubDate>
                <AuthorList Type="editors"><Author><LastName>Edit</LastName><ForeName>Edda</ForeName></Author></AuthorList></Book>
                <ArticleTitle book="x" part="y">Rust of Reeds</ArticleTitle>
                <AuthorList Type="authors"><Author><LastName>Varga</LastName><ForeName>Ines</ForeName></Author></AuthorList>
                </BookDocument></PubmedBookArticle></PubmedArticleSet>
                """).only();
        assertThat(chapter.title()).isEqualTo("Rust of Reeds");
        assertThat(chapter.type()).isEqualTo("book-chapter");
        assertThat(chapter.venue()).isEqualTo("Reed Reviews");
        assertThat(chapter.publishedOn()).isEqualTo(new PublicationDate("1993"));
        assertThat(chapter.authors()).containsExactly(AuthorMention.of("Ines Varga", 1));
    }

    @Test
    void survivesAHostileFile() throws IOException {
        KeptRecords kept = read("<!DOCTYPE PubmedArticleSet SYSTEM 'file:///etc/hostname'>\n<PubmedArticleSet>\n"
                + article(1, "<ArticleTitle>One &thing;.</ArticleTitle><ELocationID EIdType='doi'>x</ELocationID>")
                + article(1, "<ArticleTitle>Again.</ArticleTitle>")
                + article(2, "<Abstract><AbstractText>No title</AbstractText></Abstract>")
                + article(3, "<Article>".repeat(300) + "</Article>".repeat(300))
                + article(4, "<ArticleTitle>Four.</ArticleTitle>")
                + "<PubmedArticle><MedlineCitation><PMID>5</PMID><Article><ArticleTitle>Five");
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("One &thing;", "Again", "Four");
        assertThat(kept.warned()).containsExactly("doi_malformed", "duplicate_id");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("paper_without_title", 5), tuple("xml_too_deep", 6), tuple("xml_malformed", 8));
    }

    @Test
    void readsBytesThatAreNoUtf8() throws IOException {
        String text = "<PubmedArticleSet>\n" + article(1, "<ArticleTitle>Moss</ArticleTitle>")
                + article(2, "<ArticleTitle>R\u00f6hricht</ArticleTitle>") + "</PubmedArticleSet>";
        Path latin = Files.write(folder.resolve("latin.xml"), text.getBytes(StandardCharsets.ISO_8859_1));
        KeptRecords kept = KeptRecords.of(PubMedXml.open(List.of(latin)));
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings).extracting(Warning::code, Warning::line).containsExactly(tuple("windows_1252", 3));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("Moss", "R\u00f6hricht");
    }

    @Test
    void readsLongTextsOfCharactersOfSeveralBytes() throws IOException {
        String title = "\u8449\ud83c\udf3e".repeat(20_000);
        assertThat(read(article(1, "<ArticleTitle>" + title + "</ArticleTitle>"))
                        .only()
                        .title())
                .isEqualTo(title);
    }

    @Test
    void readsUtf16() throws IOException {
        String text =
                "<?xml version='1.0' encoding='UTF-16'?>" + article(1, "<ArticleTitle>R\u00f6hricht</ArticleTitle>");
        Path file = Files.write(folder.resolve("wide.xml"), text.getBytes(StandardCharsets.UTF_16));
        assertThat(KeptRecords.of(PubMedXml.open(List.of(file))).only().title()).isEqualTo("R\u00f6hricht");
    }

    @Test
    void knowsItsFiles() {
        assertThat(PubMedXml.isLikely(HEAD + "<PubmedArticleSet>")).isTrue();
        assertThat(PubMedXml.isLikely("<PubmedArticle>")).isTrue();
        assertThat(PubMedXml.isLikely("<xml><PubmedArticleSet>")).isFalse();
    }
}

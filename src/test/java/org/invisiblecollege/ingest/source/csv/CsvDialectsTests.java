package org.invisiblecollege.ingest.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDialectsTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        assertThat(Csv.isLikely(text.replace("\uFEFF", ""))).isTrue();
        return KeptRecords.of(Csv.open(List.of(Files.writeString(folder.resolve("t.csv"), text))));
    }

    private static List<String> names(PaperRecord paper) {
        return paper.authors().stream().map(AuthorMention::name).toList();
    }

    private static OrganisationMention organisation(String name) {
        return OrganisationMention.of(name);
    }

    @Test
    void readsScopusWithFullNames() throws IOException {
        KeptRecords kept = read("""
                \uFEFF"Authors","Author full names","Author(s) ID","Title","Year","Source title","Cited by","DOI","Link",\
                "Affiliations","Authors with affiliations","Abstract","Author Keywords","Index Keywords","References",\
                "PubMed ID","Document Type","Publication Stage","Source","EID"
                "Okri T.B.; van der Moor L.","Okri, Tunde B. (7004000001); van der Moor, Lena (57200000002)",\
                "7004000001; 57200000002","Salt on <inf>old</inf> walls","2021","Wall Letters","1,207","10.5555/wl.1",\
                "https://www.scopus.com/x","Dept. of Walls, Univ. of Lagos, Nigeria; Moor Lab, Lund, Sweden",\
                "Okri T.B., Dept. of Walls, Univ. of Lagos, Nigeria, Moor Lab, Lund, Sweden; van der Moor L., Moor Lab, Lund, Sweden",\
                "We look at walls.","salt; walls","Brick","Alto B., Old walls, (1999)","33000001","Conference paper","Final",\
                "Scopus","2-s2.0-1"
                "[No author name available]","[No author name available]","[No author id available]","Editorial of walls",\
                "2020","Wall Letters","","","","","","[No abstract available]","","","","","Editorial","Final","Scopus","2-s2.0-2"
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings).isEmpty();
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.recordId()).isEqualTo("2-s2.0-1");
        assertThat(first.title()).isEqualTo("Salt on old walls");
        assertThat(first.authors())
                .containsExactly(
                        new AuthorMention(
                                "Tunde B. Okri",
                                1,
                                "7004000001",
                                null,
                                List.of(
                                        organisation("Dept. of Walls, Univ. of Lagos, Nigeria"),
                                        organisation("Moor Lab, Lund, Sweden"))),
                        new AuthorMention(
                                "Lena van der Moor",
                                2,
                                "57200000002",
                                null,
                                List.of(organisation("Moor Lab, Lund, Sweden"))));
        assertThat(first.authorsComplete()).isTrue();
        assertThat(first.organisations()).isEmpty();
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2021"));
        assertThat(first.venue()).isEqualTo("Wall Letters");
        assertThat(first.type()).isEqualTo("proceedings-article");
        assertThat(first.citationCount()).isEqualTo(1207);
        assertThat(first.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("doi", "10.5555/wl.1", "pmid", "33000001"));
        assertThat(first.assertedTopics())
                .containsExactly(
                        new AssertedTopic("csv-keywords", "salt", "salt", 1),
                        new AssertedTopic("csv-keywords", "walls", "walls", 1));
        PaperRecord second = kept.papers.getLast();
        assertThat(second.authors()).isEmpty();
        assertThat(second.authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(second.abstractText()).isNull();
        assertThat(second.citationCount()).isNull();
    }

    @Test
    void readsTheShortNamesOfScopusOldAndNew() throws IOException {
        KeptRecords kept = read("""
                Authors,Author(s) ID,Title,Year,Source title,Cited by,EID
                "Okri, T.B., Moor, Yu.-L., Jr., Li, X.","1001;1002;1003;",Pairs,2011,Wall Letters,9,e1
                "Okri, T.B.",1001;,One,2012,Wall Letters,,e2
                "Okri T.B., Moor L.",1001;1002,Commas,2019,Wall Letters,,e3
                "Okri T.B.; de la Moor L.; Wall Consortium",1001; 1002; 1004,Semicolons,2020,Wall Letters,,e4
                "Okri, T.B., Wall Consortium",1001;1004;,Group,2010,Wall Letters,,e5
                "Okri, T.B., Wall Consortium",1001;,Unsure,2010,Wall Letters,,e6
                "Okri T.B.; Moor L.",1001; 1002; 1003,More ids,2020,Wall Letters,,e7
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers.get(0).authors())
                .extracting(AuthorMention::name, AuthorMention::sourceId)
                .containsExactly(tuple("T.B. Okri", "1001"), tuple("Yu.-L. Moor Jr.", "1002"), tuple("X. Li", "1003"));
        assertThat(names(kept.papers.get(1))).containsExactly("T.B. Okri");
        assertThat(kept.papers.get(2).authors())
                .extracting(AuthorMention::name, AuthorMention::sourceId)
                .containsExactly(tuple("T.B. Okri", "1001"), tuple("L. Moor", "1002"));
        assertThat(kept.papers.get(3).authors())
                .extracting(AuthorMention::name, AuthorMention::sourceId)
                .containsExactly(
                        tuple("T.B. Okri", "1001"), tuple("L. de la Moor", "1002"), tuple("Wall Consortium", "1004"));
        assertThat(names(kept.papers.get(4))).containsExactly("T.B. Okri", "Wall Consortium");
        assertThat(kept.papers.get(5).authorsComplete()).isFalse();
        assertThat(names(kept.papers.get(6))).containsExactly("T.B. Okri", "L. Moor");
        assertThat(kept.papers.get(6).authors())
                .extracting(AuthorMention::sourceId)
                .containsOnlyNulls();
        assertThat(kept.papers.get(6).authorList().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line, Warning::value)
                .contains(tuple("authors_unsure", 8, "3 ids for 2 names"));
    }

    @Test
    void readsDimensionsBelowItsFirstLine() throws IOException {
        KeptRecords kept = read("""
                "About the data: Exported on Jul 21, 2022. Criteria: 'moss, old'. © 2022 Digital Science."
                Rank,Publication ID,DOI,PMID,PMCID,Title,Abstract,Source title,Publication date,PubYear,Publication Type,\
                Authors,Authors (Raw Name),Authors Affiliations,Times cited
                1,pub.11,10.5555/m.1,101,PMC7,Moss of stones,,Moss Notes,2022-02-03,2022,Article,"Adeyemi, Ola; Lind, Per",\
                "Adeyemi, O; Lind, P","Adeyemi, Ola (Univ Ibadan; Moss Lab (North)); Lind, Per (Univ Lund)",3
                2,pub.12,,,,Moss of roofs,,Moss Notes,,2021,Proceeding,"Adeyemi, Ola",,,0
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings).isEmpty();
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.recordId()).isEqualTo("pub.11");
        assertThat(first.authors())
                .containsExactly(
                        new AuthorMention(
                                "Ola Adeyemi",
                                1,
                                null,
                                null,
                                List.of(organisation("Univ Ibadan"), organisation("Moss Lab (North)"))),
                        new AuthorMention("Per Lind", 2, null, null, List.of(organisation("Univ Lund"))));
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2022-02-03"));
        assertThat(first.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("doi", "10.5555/m.1", "pmid", "101", "pmcid", "PMC7"));
        assertThat(first.citationCount()).isEqualTo(3);
        PaperRecord second = kept.papers.getLast();
        assertThat(names(second)).containsExactly("Ola Adeyemi");
        assertThat(second.publishedOn()).isEqualTo(new PublicationDate("2021"));
        assertThat(second.type()).isEqualTo("proceedings-article");
    }

    @Test
    void readsTheLens() throws IOException {
        KeptRecords kept = read("""
                \uFEFFLens ID,Title,Date Published,Publication Year,Publication Type,Source Title,Author/s,Abstract,PMID,DOI,\
                Microsoft Academic ID,Citing Works Count,References,Keywords
                000-1,Moss again,2019-03-01,2019,conference proceedings article,Moss Notes,Ola Adeyemi; Per Lind,,,,\
                2900000001,4,000-2; 000-3,
                """);
        PaperRecord paper = kept.only();
        assertThat(names(paper)).containsExactly("Ola Adeyemi", "Per Lind");
        assertThat(paper.type()).isEqualTo("proceedings-article");
        assertThat(paper.references()).containsExactly("000-2", "000-3");
        assertThat(paper.externalIds()).containsExactlyEntriesOf(Map.of("mag", "2900000001"));
        assertThat(paper.citationCount()).isEqualTo(4);
    }

    @Test
    void readsWorksOfOpenAlex() throws IOException {
        KeptRecords kept = read("""
                id,doi,title,display_name,publication_year,publication_date,type,cited_by_count,is_retracted,\
                authorships.author.id,authorships.author.display_name,authorships.author.orcid,\
                authorships.institutions.display_name,primary_location.source.display_name,referenced_works,\
                keywords.display_name,ids.pmid
                https://openalex.org/W71,https://doi.org/10.5555/OA.1,Fog,Fog,2022,2022-01-05,preprint,3,True,\
                https://openalex.org/A501|https://openalex.org/A9999999999,Ola Adeyemi|Per Lind,\
                https://orcid.org/0000-0002-1825-0097|,Univ Lund|Univ Lund,Fog Archive,https://openalex.org/W70|https://openalex.org/W69,\
                Fog|Sea Air,https://pubmed.ncbi.nlm.nih.gov/555
                https://openalex.org/W72,,Mist,Mist,2020,,article,0,False,\
                https://openalex.org/A501|https://openalex.org/A502|https://openalex.org/A503,Ola Adeyemi|Per Lind,,,,,,
                https://openalex.org/W73,,Dew,Dew,2020,,article,0,False,,,,,,,,
                """);
        assertThat(kept.rejections).isEmpty();
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.recordId()).isEqualTo("W71");
        assertThat(first.authors())
                .containsExactly(
                        new AuthorMention("Ola Adeyemi", 1, "A501", "0000-0002-1825-0097", List.of()),
                        AuthorMention.of("Per Lind", 2));
        assertThat(first.authorsComplete()).isTrue();
        assertThat(first.organisations()).containsExactly(organisation("Univ Lund"));
        assertThat(first.isRetracted()).isTrue();
        assertThat(first.references()).containsExactly("W70", "W69");
        assertThat(first.type()).isEqualTo("posted-content");
        assertThat(first.externalIds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("openalex", "W71", "doi", "10.5555/oa.1", "pmid", "555"));
        assertThat(first.assertedTopics())
                .containsExactly(
                        new AssertedTopic("openalex-keywords", "fog", "Fog", 1),
                        new AssertedTopic("openalex-keywords", "sea-air", "Sea Air", 1));
        PaperRecord second = kept.papers.get(1);
        assertThat(second.authors())
                .containsExactly(AuthorMention.of("Ola Adeyemi", 1), AuthorMention.of("Per Lind", 2));
        assertThat(second.authorList().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(kept.papers.getLast().authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(kept.warned()).containsExactly("authors_unsure");
    }

    @Test
    void doesNotTakeAHundredAuthorsOfOpenAlexForAll() throws IOException {
        String names = "Ola Adeyemi|".repeat(99) + "Per Lind";
        KeptRecords kept = read("id,title,authorships.author.display_name\nW1,Fog," + names + "\n");
        assertThat(kept.only().authors()).hasSize(100);
        assertThat(kept.only().authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
    }

    @Test
    void readsZotero() throws IOException {
        KeptRecords kept = read("""
                "Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date",\
                "Manual Tags","Automatic Tags","Editor"
                "AB1","journalArticle","2019","Adeyemi, Ola; Lind, Per; World Moss Organization","Moss","Moss Notes",\
                "10.5555/z.1","","Old moss.","2019-03","","moss; <i>stone</i>",""
                "AB2","attachment","","","moss.pdf","","","","","","","",""
                "AB3","bookSection","1999","","Stones","The Book of Stones","","","","c1999","","","Lind, Per"
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.skipped).containsExactly("attachment");
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.recordId()).isEqualTo("AB1");
        assertThat(names(first)).containsExactly("Ola Adeyemi", "Per Lind", "World Moss Organization");
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2019-03"));
        assertThat(first.abstractText()).isEqualTo("Old moss.");
        PaperRecord second = kept.papers.getLast();
        assertThat(second.type()).isEqualTo("book-chapter");
        assertThat(second.venue()).isEqualTo("The Book of Stones");
        assertThat(second.authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
    }

    @Test
    void readsGoogleScholarAndPublishOrPerish() throws IOException {
        KeptRecords scholar = read("""
                \uFEFFAuthors,Title,Publication,Volume,Number,Pages,Year,Publisher
                "Adeyemi, Ola; Lind, P A; ",Moss by Scholar,Moss Notes,1,2,3-4,2018,ML
                """);
        assertThat(names(scholar.only())).containsExactly("Ola Adeyemi", "P A Lind");
        assertThat(scholar.only().venue()).isEqualTo("Moss Notes");
        KeptRecords harzing = read("""
                Cites,Authors,Title,Year,Source,Publisher,ArticleURL,CitesURL,GSRank,QueryDate,Type,DOI,Abstract
                12,"O Adeyemi, PA Lind",[PDF][PDF] Moss by rank,2018,Moss Notes,ML,,,1,2022-01-01,PDF,,We saw …
                3,"Ola Adeyemi, Per Lind",Full names,0,,,,,2,2022-01-01,,,
                1,"O Adeyemi, PA Lind, L van den Berg…",Cut off,2017,,,,,3,2022-01-01,CITATION,,
                0,"Adeyemi, O.",Inverted,2016,,,,,4,2022-01-01,,,
                """);
        assertThat(harzing.rejections).isEmpty();
        assertThat(harzing.warnings).isEmpty();
        assertThat(harzing.papers)
                .extracting(PaperRecord::title)
                .containsExactly("Moss by rank", "Full names", "Cut off", "Inverted");
        assertThat(harzing.papers)
                .extracting(CsvDialectsTests::names)
                .containsExactly(
                        List.of("O Adeyemi", "PA Lind"),
                        List.of("Ola Adeyemi", "Per Lind"),
                        List.of("O Adeyemi", "PA Lind", "L van den Berg"),
                        List.of("O. Adeyemi"));
        assertThat(harzing.papers.get(0).abstractText()).isNull();
        assertThat(harzing.papers.get(1).publishedOn()).isNull();
        assertThat(harzing.papers.get(2).authorList().completeness()).isEqualTo(Completeness.INCOMPLETE);
    }

    @SuppressWarnings("StringConcatToTextBlock") // where tabs could not be seen
    @Test
    void readsWebOfScienceBetweenTabs() throws IOException {
        KeptRecords kept = read(String.join(
                "\n",
                "\uFEFFPT\tAU\tAF\tCA\tTI\tSO\tDT\tDE\tAB\tC1\tOI\tTC\tPD\tPY\tDI\tUT",
                "J\tAdeyemi, O; Lind, P\tAdeyemi, Ola; Lind, Per\tMoss Collab\t\"Moss\" of \"stones\"\tMOSS NOTES\t"
                        + "Article; Early Access\tmoss; stone\t\"So it is.\"\t[Adeyemi, Ola; Lind, Per] Univ Lund, Dept Moss, Lund, "
                        + "Sweden; [Lind, Per] Moss Lab, Oslo, Norway\tLind, Per/0000-0002-1825-0097; Berg, L/0000-0001-5109-3700\t"
                        + "5\tMAR 3\t2019\t10.5555/w.1\tWOS:01\t",
                "J\tADEYEMI O;LIND P\t\t\t\"Open quote\tMOSS NOTES\tRetracted Publication\t\t\tUniv Lund, Lund, Sweden\t\t0\tSPR\t2018\t\tWOS:02",
                "J\t[Anonymous]\t\t\tLast\tMOSS NOTES\tArticle\t\t\t\t\t\t\t2017\t\tWOS:03\t"));
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers).extracting(PaperRecord::recordId).containsExactly("WOS:01", "WOS:02", "WOS:03");
        PaperRecord first = kept.papers.getFirst();
        assertThat(first.title()).isEqualTo("\"Moss\" of \"stones\"");
        assertThat(first.abstractText()).isEqualTo("So it is.");
        assertThat(first.authors())
                .containsExactly(
                        new AuthorMention("Ola Adeyemi", 1, null, null, List.of(organisation("Univ Lund"))),
                        new AuthorMention(
                                "Per Lind",
                                2,
                                null,
                                "0000-0002-1825-0097",
                                List.of(organisation("Univ Lund"), organisation("Moss Lab"))),
                        AuthorMention.of("Moss Collab", 3));
        assertThat(first.publishedOn()).isEqualTo(new PublicationDate("2019-03-03"));
        assertThat(first.type()).isEqualTo("journal-article");
        PaperRecord second = kept.papers.get(1);
        assertThat(second.title()).isEqualTo("\"Open quote");
        assertThat(names(second)).containsExactly("O Adeyemi", "P Lind");
        assertThat(second.isRetracted()).isTrue();
        assertThat(second.publishedOn()).isEqualTo(new PublicationDate("2018"));
        assertThat(kept.papers.getLast().authors()).isEmpty();
        assertThat(kept.warned()).containsExactly("orcid_unassigned", "date_shortened", "author_not_named");
    }

    @Test
    void readsWebOfScienceWithLongNames() throws IOException {
        KeptRecords kept = read("""
                Publication Type;Authors;Author Full Names;Group Authors;Article Title;Source Title;Document Type;\
                "Times Cited, WoS Core";Publication Date;Publication Year;DOI;Pubmed Id;UT (Unique WOS ID)
                J;"Adeyemi, O; Lind, P";"Adeyemi, Ola; Lind, Per";;Moss of Excel;MOSS NOTES;Proceedings Paper;7;MAR;2019;\
                10.5555/w.2;77;WOS:04
                """);
        PaperRecord paper = kept.only();
        assertThat(paper.recordId()).isEqualTo("WOS:04");
        assertThat(names(paper)).containsExactly("Ola Adeyemi", "Per Lind");
        assertThat(paper.type()).isEqualTo("proceedings-article");
        assertThat(paper.citationCount()).isEqualTo(7);
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2019-03"));
        assertThat(paper.externalIds()).containsEntry("pmid", "77");
    }

    @Test
    void readsPubMedAndIeee() throws IOException {
        KeptRecords pubmed = read("""
                PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
                123,Moss in lungs.,"Adeyemi O, van Lind PJ Jr; Moss Study Group.",Moss. 2019,Adeyemi O,Moss Notes,2019,2020/01/02,PMC9,,10.5555/p.1
                124,Moss alone.,Adeyemi O.,Moss. 2019,Adeyemi O,Moss Notes,2019,2020/01/02,,,
                """);
        assertThat(pubmed.rejections).isEmpty();
        assertThat(pubmed.warnings).isEmpty();
        assertThat(names(pubmed.papers.getFirst())).containsExactly("O Adeyemi", "PJ van Lind Jr", "Moss Study Group");
        assertThat(names(pubmed.papers.getLast())).containsExactly("O Adeyemi");
        assertThat(pubmed.papers.getFirst().recordId()).isEqualTo("123");
        assertThat(pubmed.papers.getFirst().publishedOn()).isEqualTo(new PublicationDate("2019"));
        PaperRecord ieee = read("""
                "Document Title",Authors,"Author Affiliations","Publication Title",Publication Year,"Abstract","DOI",\
                Author Keywords,Article Citation Count,Document Identifier
                "Moss sensors","O. Adeyemi; P. Lind","","Proc. Moss","2021","Short.","10.5555/i.1","moss;sensors","2",\
                "IEEE Conferences"
                """).only();
        assertThat(names(ieee)).containsExactly("O. Adeyemi", "P. Lind");
        assertThat(ieee.type()).isEqualTo("proceedings-article");
        assertThat(ieee.venue()).isEqualTo("Proc. Moss");
    }
}

package org.invisiblecollege.ingest.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(byte[] bytes) throws IOException {
        RecordSource source = Csv.open(List.of(Files.write(folder.resolve("a.csv"), bytes)));
        KeptRecords kept = KeptRecords.of(source);
        assertThat(kept.bytesRead).isEqualTo(source.size());
        return kept;
    }

    private KeptRecords read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAPaperWithAllItSays() throws IOException {
        KeptRecords kept = read("""
                \uFEFFTitle,id,authors,year,date,doi,venue,type,abstract,organisations,topics,citations,authors_complete,references
                "A ""study"", long",p1,"Üstün, Ahmet [orcid:0000-0002-1825-009x]; Ada Lovelace",2019,2020-05-03,\
                doi:10.1162/COLI_a_1,CL,journal-article,"We measure
                it,

                twice.",Uni A; Uni B,Neural Parsing;neural-parsing,12,false,p2; p3
                """);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers).hasSize(1);
        PaperRecord paper = kept.papers.getFirst();
        assertThat(paper.recordId()).isEqualTo("p1");
        assertThat(paper.title()).isEqualTo("A \"study\", long");
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention("Ahmet Üstün", 1, null, "0000-0002-1825-009X", List.of()),
                        AuthorMention.of("Ada Lovelace", 2));
        assertThat(paper.authorsComplete()).isFalse();
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2020-05-03"));
        assertThat(paper.externalIds()).containsExactlyEntriesOf(Map.of("doi", "10.1162/coli_a_1"));
        assertThat(paper.venue()).isEqualTo("CL");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.abstractText()).isEqualTo("We measure it, twice.");
        assertThat(paper.organisations())
                .containsExactly(OrganisationMention.of("Uni A"), OrganisationMention.of("Uni B"));
        assertThat(paper.assertedTopics())
                .containsExactly(new AssertedTopic("csv", "neural-parsing", "Neural Parsing", 1));
        assertThat(paper.citationCount()).isEqualTo(12);
        assertThat(paper.references()).containsExactly("p2", "p3");
    }

    @Test
    void givesARecordWithoutIdItsFileAndLine() throws IOException {
        assertThat(read("title\r\nA\r\n\r\nB\r\n").papers)
                .extracting(PaperRecord::recordId, PaperRecord::title, PaperRecord::authorsComplete)
                .containsExactly(tuple("a.csv:2", "A", false), tuple("a.csv:4", "B", false));
    }

    @Test
    void doesNotReadATableWithoutATitleColumn() throws IOException {
        KeptRecords kept = KeptRecords.of(Csv.open(List.of(
                Files.writeString(folder.resolve("a.csv"), "id,name\n1,A\n"),
                Files.writeString(folder.resolve("b.csv"), "id,title\n1,B\n"))));
        assertThat(kept.rejections).containsExactly(new Rejection("csv_missing_title_column", "a.csv", 1, "id,name"));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("B");
    }

    @Test
    void ignoresAnUnknownColumn() throws IOException {
        KeptRecords kept = read("rating,title,shelf\n5,A,x\n");
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings)
                .containsExactly(
                        new Warning("csv_unknown_column", "a.csv", 1, "rating"),
                        new Warning("csv_unknown_column", "a.csv", 1, "shelf"));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("A");
    }

    @Test
    void rejectsWhatIsWrongAndKeepsTheRest() throws IOException {
        KeptRecords kept = read("""
                id,title,year,citations,doi,authors,authors_complete
                1,A,soon,many,none,X [orcid:7],perhaps
                2,,2020,,,,
                1,A again,2020,,,,
                3,too few
                4,"quoted" and not,2020,,,,
                5,F,2020-13-01,-1,,"Family, Given;;",
                """);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("paper_without_title", 3), tuple("csv_malformed", 5), tuple("csv_malformed", 6));
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactly(
                        tuple("orcid_malformed", 2),
                        tuple("authors_complete_malformed", 2),
                        tuple("year_malformed", 2),
                        tuple("doi_malformed", 2),
                        tuple("citations_malformed", 2),
                        tuple("duplicate_id", 4),
                        tuple("date_shortened", 7),
                        tuple("citations_malformed", 7));
        assertThat(kept.papers).extracting(PaperRecord::recordId).containsExactly("1", "1~2", "5");
        assertThat(kept.papers.getFirst().authors()).containsExactly(AuthorMention.of("X", 1));
        assertThat(kept.papers.getFirst().authorList().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(kept.papers.getLast().authors()).containsExactly(AuthorMention.of("Given Family", 1));
        assertThat(kept.papers.getLast().publishedOn()).isEqualTo(new PublicationDate("2020"));
    }

    @Test
    void readsSpacesAroundQuotesAndQuotesWithinAValue() throws IOException {
        KeptRecords kept = read("id , title\n 1 , \"A, \"\"b\"\"\nc\" \n2,a 5\" disk\n3,\"\"\"\"\n");
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.papers)
                .extracting(PaperRecord::recordId, PaperRecord::title)
                .containsExactly(tuple("1", "A, \"b\" c"), tuple("2", "a 5\" disk"), tuple("3", "\""));
    }

    @Test
    void losesOneLineToAQuoteThatIsNeverClosed() throws IOException {
        KeptRecords kept = read("id,title\n1,\"never closed\n2,\"B\"\n3,\"never closed\n4,D\n");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("csv_malformed", 2), tuple("csv_malformed", 4));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("B", "D");
    }

    @Test
    void survivesHostileBytes() throws IOException {
        byte[] bytes = ("id,title\n1,\u0000A\u202E\n2,~\n3," + "x".repeat(5_000_000) + "\n4,D\n")
                .getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('~')] = (byte) 0xFC;
        KeptRecords kept = read(bytes);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("record_too_large", 4));
        assertThat(kept.warnings).extracting(Warning::code, Warning::line).containsExactly(tuple("invalid_utf8", 3));
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("A", "\uFFFD", "D");
    }

    @Test
    void refusesToOpenNoFiles() {
        assertThatThrownBy(() -> Csv.open(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.invisiblecollege.ingest.source.tagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.ingest.run.Mutations;
import org.invisiblecollege.kernel.PublicationDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedlineTests {

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String text) throws IOException {
        return KeptRecords.of(Medline.open(List.of(Files.writeString(folder.resolve("a.nbib"), text))));
    }

    private static List<String> names(PaperRecord paper) {
        return paper.authors().stream().map(AuthorMention::name).toList();
    }

    @Test
    void readsAPaperWithAllItSays() throws IOException {
        PaperRecord paper = read("""

                PMID- 30000001
                OWN - NLM
                STAT- MEDLINE
                IS  - 1234-5678 (Electronic)
                DP  - 2019 Mar 5
                TI  - Reeds of the northern
                      shore: a study.
                PG  - 1-9
                LID - 10.5555/NBIB.1 [doi]
                LID - S1234-5678(19)30001-1 [pii]
                AB  - BACKGROUND: Reeds grow.
                      RESULTS: They do.
                CI  - (c) 2019 Reed Press.
                FAU - Varga, Ines
                AU  - Varga I
                AUID- ORCID: 0000-0002-1825-0097
                AD  - University of Reeds.
                AD  - Department of Botany, University of Rushes, Sand City, Chile. ines@example.org.
                FAU - Holm, Per Jr
                AU  - Holm P Jr
                AUID- ORCID: http://orcid.org/0000000150001231
                FAU - van den Berg, Kees
                AU  - van den Berg K
                CN  - Reed Study Group
                LA  - eng
                PT  - Journal Article
                PT  - Retracted Publication
                JT  - Journal of reeds
                TA  - J Reeds
                MH  - *Water Plants/growth & development/*genetics
                MH  - Humans
                OT  - *reed beds
                OT  - shores, northern
                FIR - Lund, Ada
                IR  - Lund A
                PMC - PMC7000001
                AID - 10.5555/nbib.1 [doi]
                SO  - J Reeds. 2019 Mar 5;12:1-9. doi: 10.5555/nbib.1.
                """).only();
        assertThat(paper.recordId()).isEqualTo("30000001");
        assertThat(paper.title()).isEqualTo("Reeds of the northern shore: a study");
        assertThat(paper.authors())
                .containsExactly(
                        new AuthorMention(
                                "Ines Varga",
                                1,
                                null,
                                "0000-0002-1825-0097",
                                List.of(OrganisationMention.of("University of Reeds"))),
                        new AuthorMention("Per Holm Jr", 2, null, "0000-0001-5000-1231", List.of()),
                        AuthorMention.of("Kees van den Berg", 3),
                        AuthorMention.of("Reed Study Group", 4));
        assertThat(paper.authorList().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate("2019-03-05"));
        assertThat(paper.venue()).isEqualTo("Journal of reeds");
        assertThat(paper.type()).isEqualTo("journal-article");
        assertThat(paper.isRetracted()).isTrue();
        assertThat(paper.abstractText()).isEqualTo("BACKGROUND: Reeds grow. RESULTS: They do.");
        assertThat(paper.externalIds())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("doi", "10.5555/nbib.1", "pmid", "30000001", "pmcid", "PMC7000001"));
        assertThat(paper.assertedTopics())
                .extracting(AssertedTopic::scheme, AssertedTopic::label)
                .containsExactly(
                        tuple("mesh", "Water Plants"),
                        tuple("mesh", "Humans"),
                        tuple("medline-keywords", "reed beds"),
                        tuple("medline-keywords", "shores, northern"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019 Mar 5|2019-03-05|",
                "2019 Mar|2019-03|",
                "2019|2019|",
                "2019 Spring|2019|date_shortened",
                "2019 Mar-Apr|2019|date_shortened",
                "1998 Dec-1999 Jan|1998|date_shortened",
                "20190305|2019-03-05|",
            })
    void datesOfAnyForm(String written, String date, String warning) throws IOException {
        KeptRecords kept = read("PMID- 1\nTI  - A\nAU  - Holm P\nDP  - " + written + "\n");
        assertThat(kept.warned()).isEqualTo(warning == null ? List.of() : List.of(warning));
        PublicationDate found = kept.papers.getFirst().publishedOn();
        assertThat(found).isNotNull();
        assertThat(String.valueOf(found)).contains(date.substring(0, 4));
        if (warning == null) {
            assertThat(found).isEqualTo(new PublicationDate(date));
        }
    }

    @Test
    void readsWhatIsUnusual() throws IOException {
        KeptRecords kept = read("""
                PMID- 1
                TI  - [Reeds in another tongue].
                TT  - Schilf in einer Sprache
                AU  - Varga IM
                AU  - van Stein K 3rd
                FAU - et al.
                PMC - none

                PMID- 2
                TI  - [Not Available].
                TT  - Nur auf Deutsch.
                FAU - Holm, Per

                PMID- 3
                BTI - A book of reeds
                PT  - Book
                FAU - Lund, Ada
                AUID- ORCID: 12
                AUID- ISNI: 0000000121032683
                PMID- 4
                TI  - No blank line before in the U.S.A.
                FAU - Quist, Bo

                PMID- x5
                FAU - Without, Title
                """);
        assertThat(kept.papers)
                .extracting(
                        PaperRecord::recordId,
                        PaperRecord::title,
                        MedlineTests::names,
                        paper -> paper.authorList().completeness())
                .containsExactly(
                        tuple(
                                "1",
                                "Reeds in another tongue",
                                List.of("I M Varga", "K van Stein 3rd"),
                                Completeness.INCOMPLETE),
                        tuple("2", "Nur auf Deutsch", List.of("Per Holm"), Completeness.COMPLETE),
                        tuple("3", "A book of reeds", List.of("Ada Lund"), Completeness.COMPLETE),
                        tuple("4", "No blank line before in the U.S.A.", List.of("Bo Quist"), Completeness.COMPLETE));
        assertThat(kept.papers.get(2).type()).isEqualTo("book");
        assertThat(kept.papers.get(2).venue()).isNull();
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line)
                .containsExactly(tuple("orcid_malformed", 14));
        assertThat(kept.rejections).containsExactly(new Rejection("paper_without_title", "a.nbib", 24, "x5"));
    }

    @Test
    void aDamagedRecordLeavesTheOthersAsTheyAre() throws IOException {
        KeptRecords kept = read("""
                PMID- 1
                OWN - NLM
                TI  - A blank line in it

                FAU - Varga, Ines
                AU  - Varga I
                DP  - 2019

                PMD - 2
                OWN - NLM
                TI  - No number
                FAU - Holm, Per
                AU  - Holm P

                MID- 3
                TI  - A full name is damaged
                FAU - Lund, Ada
                AU  - Lund A
                FAU Ferro, Ana
                AU  - Ferro A
                Text that is not set in.
                PMID- 4
                TI  - Two in one
                FAU - Quist, Bo
                TI  - The other
                FAU - Moreau, Luc

                PMID- 4
                TI  - The id of one that was rejected
                """);
        assertThat(kept.papers)
                .extracting(
                        PaperRecord::recordId,
                        PaperRecord::title,
                        MedlineTests::names,
                        paper -> paper.authorList().completeness())
                .containsExactly(
                        tuple("1", "A blank line in it", List.of("Ines Varga"), Completeness.COMPLETE),
                        tuple("a.nbib:9", "No number", List.of("Per Holm"), Completeness.COMPLETE),
                        tuple(
                                "a.nbib:15",
                                "A full name is damaged",
                                List.of("Ada Lund", "A Ferro"),
                                Completeness.UNKNOWN),
                        tuple("4", "The id of one that was rejected", List.of(), Completeness.UNKNOWN));
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("records_mixed", 22));
        assertThat(kept.warned())
                .containsExactlyInAnyOrder(
                        "record_begin_missing",
                        "line_malformed",
                        "line_malformed",
                        "line_malformed",
                        "record_begin_missing");
    }

    @Test
    void oneDamageTouchesOneRecord() throws IOException {
        Mutations.check(
                folder.resolve("m.nbib"),
                IntStream.range(0, 10).mapToObj(i -> """
                                PMID- 3000000%1$d
                                OWN - NLM
                                DP  - 20%1$d1 Mar 5
                                TI  - Reeds of shore
                                      number %1$d.
                                FAU - Varga%1$d, Ines
                                AU  - Varga%1$d I
                                FAU - Holm%1$d, Per
                                AU  - Holm%1$d P
                                JT  - Reed letters
                                AID - 10.5555/nbib.%1$d [doi]
                                SO  - Reed Lett.

                                """.formatted(i)).toList(),
                Medline::open);
    }

    @Test
    void aHostileFileTakesNeitherMemoryNorTime() throws IOException {
        KeptRecords kept = read("PMID- 1\nTI  - Many authors\n"
                + "FAU - Holm, Per\nAD  - University of Reeds\n".repeat(10_000)
                + "\nPMID- 2\nTI  - Many headings\n"
                + "MH  - a/b\n".repeat(20_000)
                + "\nPMID- 3\nTI  - Too long\nAB  - x\n"
                + "      y\n".repeat(400_000)
                + "\nPMID- 4\nTI  - Many titles\n"
                + "TI  - t\n\n".repeat(20_000)
                + "\nPMID- 5\nTI  - " + "[".repeat(200_000) + "\n\nPMID- 6\nTI  - Last\n");
        assertThat(kept.papers).extracting(PaperRecord::recordId).contains("1", "2", "5", "6");
        assertThat(kept.rejections).extracting(Rejection::code).containsOnly("record_too_large", "records_mixed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PMID- 1\nTI  - A\n", "\r\n\r\nPMID- 30000001\r\nOWN - NLM\r\n", "PMID - 1\nFAU - Holm, Per\n"})
    void knowsTheFormat(String text) {
        assertThat(Medline.isLikely(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PMID,Title\n1,A\n", "TY  - JOUR\nTI  - A\n", "PMID- 1\n", "see PMID- 1\nTI  - A\n"})
    void doesNotTakeOthersForIt(String text) {
        assertThat(Medline.isLikely(text)).isFalse();
    }
}

package org.invisiblecollege.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.read.ListedAuthors.Parts;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord.Completeness;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedAuthorsTests {

    private final KeptRecords reports = new KeptRecords();
    private final ListedAuthors authors = new ListedAuthors(reports, "file", 7);

    private List<String> names() {
        return authors.mentions().stream().map(AuthorMention::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Varga, Ines|Ines Varga",
                "Ines Varga|Ines Varga",
                "van den Berg, Kees|Kees van den Berg",
                "Ford, Jr, Hank|Hank Ford Jr",
                "Ford, Hank, Jr.|Hank Ford Jr.",
                "Kingston, Jr.|Kingston Jr.",
                "Sukarnoto|Sukarnoto",
                "HOLM, PER A.|Per A. Holm",
                "HOLM-LUND, PER|Per Holm-Lund",
                "OECD|OECD",
                "UK Office|UK Office",
                "Robson and Sons, Ltd.|Robson and Sons, Ltd.",
                "University of Reeds and Rushes|University of Reeds and Rushes",
                "王, 小明|王小明",
                "张 中平|张中平",
                "田中 太郎|田中太郎",
                "Dr. Ines Varga|Ines Varga",
                "Per Holm, PhD|Per Holm",
                "Prof. Per Holm, PhD|Per Holm",
                "Ines Varga (University of Reeds)|Ines Varga",
                "Per Holm <per@example.org>|Per Holm",
                "Per Holm*|Per Holm",
                "Per Holm1,2|Per Holm",
                "Per Holm¹|Per Holm",
            })
    void onePersonIsOne(String written, String name) {
        authors.person(written);
        assertThat(names()).containsExactly(name);
        assertThat(authors.completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(reports.warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Varga, Ines; Holm, Per; |Ines Varga/Per Holm",
                "Varga, Ines; Holm, Per & Lund, Per|Ines Varga/Per Holm/Per Lund",
                "Varga, Ines and Holm, Per|Ines Varga/Per Holm",
                "Ines Varga AND Per Holm|Ines Varga/Per Holm",
                "Ines Varga, Per Holm and Ada Lund|Ines Varga/Per Holm/Ada Lund",
                "I Varga, P Holm, P Lund|I Varga/P Holm/P Lund",
                "I Varga, P Holm|I Varga/P Holm",
                "Gatik, G.N., Sequoia, F.A.|G.N. Gatik/F.A. Sequoia",
                "Ines Varga, Per Holm, Ada Lund|Ines Varga/Per Holm/Ada Lund",
                "王小明; 李四光|王小明/李四光",
            })
    void severalAreTakenApart(String written, String names) {
        authors.list(written);
        assertThat(names()).containsExactly(names.split("/"));
        assertThat(authors.completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(reports.warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Varga, Ines, Holm, Per",
                "Varga, Holm, Lund",
                "Varga and Per Holm",
            })
    void whatCanBeReadInTwoWaysIsReported(String written) {
        authors.person("Ada Lund").person(written);
        assertThat(names()).containsExactly("Ada Lund");
        assertThat(authors.completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(reports.warned()).containsExactly("authors_unsure");
        assertThat(reports.warnings.getFirst().line()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"others", "Others", "et al.", "others.", "...", "et al", "{others}", "and others"})
    void wordsForOthersAreNobody(String written) {
        authors.person("Ana Ferro").person(written);
        assertThat(names()).containsExactly("Ana Ferro");
        assertThat(authors.completeness()).isEqualTo(Completeness.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Bo Quist et al.|Bo Quist", "Ferro, Ana, et al.|Ana Ferro", "Ana Ferro and others|Ana Ferro"})
    void wordsForOthersBehindANameAreNobody(String written, String name) {
        authors.person(written);
        assertThat(names()).containsExactly(name);
        assertThat(authors.completeness()).isEqualTo(Completeness.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NULL", "n/a", "Anonymous", "[Anonymous]", "unknown", "?", "-"})
    void aWordForNoNameIsNobody(String written) {
        authors.person(written);
        assertThat(names()).isEmpty();
        assertThat(authors.completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(reports.warned()).containsExactly("author_not_named");
    }

    @Test
    void numbersOfHomonymsAreIdsAndNotShown() {
        authors.person("Wei Wang 0012");
        assertThat(authors.mentions())
                .containsExactly(new AuthorMention("Wei Wang", 1, "Wei Wang 0012", null, List.of()));
    }

    @Test
    void statedPartsAreJoined() {
        authors.person(new Parts("Hollander", "Piet", "van den", ""), Identity.NONE);
        authors.person(new Parts("Moreau", "Luc", "", "Jr"), Identity.NONE);
        authors.person(new Parts("张", "中平", "", ""), Identity.NONE);
        authors.person(new Parts("Varga, Ines", "", "", ""), Identity.NONE);
        authors.group("for the REED Group");
        assertThat(names())
                .containsExactly("Piet van den Hollander", "Luc Moreau Jr", "张中平", "Ines Varga", "for the REED Group");
    }

    @Test
    void aListOfNobodySaysNothing() {
        assertThat(authors.completeness()).isEqualTo(Completeness.UNKNOWN);
    }
}

package org.invisiblecollege.ingest.source.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Anthology as it is since 2026, with {@code people.yaml}. */
class VerifiedPeopleTests {

    private static final String PEOPLE = """
            ada-heron:
              names:
              - {first: Ada, last: Heron}
              - {first: Ada Inés, last: Heron}
              orcid: 0000-0002-1825-0097
            olle-bark:
              degree: University of Mire
              names:
              - {first: Olle, last: Bark}
              similar:
              - olle-bark-2
            olle-bark-2:
              comment: Alder Institute
              disable_name_matching: true
              names:
              - {first: Olle, last: Bark}
              orcid: 0000-0001-5109-3700
            min-zhao-0097:
              names:
              - {first: Min, last: Zhao}
              orcid: 0000-0003-1415-9269
            min-zhao-mire:
              names:
              - {first: Min, last: Zhao}
              - {first: M., last: Zhao}
            kiran-dev:
              disable_name_matching: true
              names:
              - {first: Kiran, last: Dev}
            ming-zhao:
              names:
              - {first: Ming, last: Zhao}
              - {first: 明, last: 赵, script: hani}
            """;

    private static final String PAPERS = """
            <?xml version='1.0' encoding='UTF-8'?>
            <collection id="2026.heron">
              <volume id="long" type="proceedings" ingest-date="2026-03-13">
                <meta>
                  <booktitle>Proceedings of the Workshop on <fixed-case>H</fixed-case>erons</booktitle>
                  <editor id="ada-heron" orcid="0000-0002-1825-0097"><first>Ada</first><last>Heron</last></editor>
                  <month>March</month>
                  <year>2026</year>
                  <venue>heron</venue>
                </meta>
                <paper id="1">
                  <title>Counting Herons</title>
                  <author id="ada-heron"><first>Ada</first><last>Heron</last><affiliation>University of Mire</affiliation></author>
                  <author><first>Olle</first><last>Bark</last></author>
                  <author id="min-zhao-0097" orcid="0000-0003-1415-9269"><first>Min</first><last>Zhao</last></author>
                </paper>
                <paper id="2">
                  <title>Alders without Bark</title>
                  <author><first>Ada Inés</first><last>Heron</last></author>
                  <author><first>Min</first><last>Zhao</last></author>
                  <author><first>Kiran</first><last>Dev</last></author>
                </paper>
                <paper id="3">
                  <title>Mires in Translation</title>
                  <author id="olle-bark-2"><first>Olle</first><last>Bark</last></author>
                  <author><first>M.</first><last>Zhao</last></author>
                  <author id="kiran-dev"><first>Kiran</first><last>Dev</last></author>
                  <author id="nobody-there"><first>Nils</first><last>Mire</last></author>
                  <author><first>Ming</first><last>Zhao</last><variant script="hani"><first>明</first><last>赵</last></variant></author>
                </paper>
              </volume>
            </collection>
            """;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String people, String papers) throws IOException {
        Files.createDirectories(folder.resolve("data/xml"));
        Files.createDirectories(folder.resolve("data/yaml"));
        Files.writeString(folder.resolve("data/yaml/people.yaml"), people);
        Files.writeString(folder.resolve("data/xml/2026.heron.xml"), papers);
        return KeptRecords.of(AclAnthology.open(folder));
    }

    @Test
    void readsACheckoutOf2026() throws IOException {
        KeptRecords kept = read(PEOPLE, PAPERS);
        assertThat(kept.rejections).isEmpty();
        assertThat(kept.warnings)
                .containsExactly(new Warning("person_undefined", "2026.heron.xml", 28, "nobody-there"));
        assertThat(kept.ids()).containsExactly("2026.heron-long.1", "2026.heron-long.2", "2026.heron-long.3");
        assertThat(kept.papers.get(0).authors())
                .containsExactly(
                        new AuthorMention(
                                "Ada Heron",
                                1,
                                "ada-heron",
                                "0000-0002-1825-0097",
                                List.of(OrganisationMention.of("University of Mire")),
                                "Ada Heron"),
                        new AuthorMention("Olle Bark", 2, "olle-bark", null, List.of(), "Olle Bark"),
                        new AuthorMention(
                                "Min Zhao", 3, "min-zhao-0097", "0000-0003-1415-9269", List.of(), "Min Zhao"));
        assertThat(kept.papers.get(1).authors())
                .containsExactly(
                        new AuthorMention(
                                "Ada Inés Heron", 1, "ada-heron", "0000-0002-1825-0097", List.of(), "Ada Heron"),
                        AuthorMention.of("Min Zhao", 2),
                        AuthorMention.of("Kiran Dev", 3));
        assertThat(kept.papers.get(2).authors())
                .containsExactly(
                        new AuthorMention("Olle Bark", 1, "olle-bark-2", "0000-0001-5109-3700", List.of(), "Olle Bark"),
                        new AuthorMention("M. Zhao", 2, "min-zhao-mire", null, List.of(), "Min Zhao"),
                        new AuthorMention("Kiran Dev", 3, "kiran-dev", null, List.of(), "Kiran Dev"),
                        new AuthorMention("Nils Mire", 4, "nobody-there", null, List.of()),
                        new AuthorMention("Ming Zhao", 5, "ming-zhao", null, List.of(), "Ming Zhao"));
        assertThat(kept.papers.get(2).externalIds()).containsOnlyKeys("acl");
    }

    @Test
    void takesNoNameVariantsWherePeopleAreListed() throws IOException {
        Files.createDirectories(folder.resolve("data/yaml"));
        Files.writeString(
                folder.resolve("data/yaml/name_variants.yaml"), "- {canonical: {first: Kiran, last: Dev}, id: wrong}");
        assertThat(read(PEOPLE, PAPERS).papers.get(1).authors().get(2).sourceId())
                .isNull();
    }

    @Test
    void leavesNamesAloneWhereEvidenceIsNotTaken() throws IOException {
        read(PEOPLE, PAPERS);
        KeptRecords kept = KeptRecords.of(AclAnthology.open(List.of(folder), false));
        assertThat(kept.warnings).isEmpty();
        assertThat(kept.papers.getFirst().authors())
                .extracting(AuthorMention::sourceId)
                .containsOnlyNulls();
    }

    @Test
    void reportsAnEditorWhoIsNotDefined() throws IOException {
        KeptRecords kept = read(PEOPLE, PAPERS.replace("<editor id=\"ada-heron\"", "<editor id=\"no-editor\""));
        assertThat(kept.warnings).contains(new Warning("person_undefined", "2026.heron.xml", 6, "no-editor"));
    }

    @Test
    void identifiesNobodyByAnIdThatTwoPeopleHave() throws IOException {
        KeptRecords kept = read(PEOPLE + "ada-heron:\n  names:\n  - {first: Ada Ruth, last: Heron}\n", PAPERS);
        assertThat(kept.rejections).containsExactly(new Rejection("duplicate_id", "people.yaml", 34, "ada-heron"));
        assertThat(kept.papers.get(0).authors().getFirst().sourceId()).isEqualTo("ada-heron");
        assertThat(kept.papers.get(0).authors().getFirst().orcid()).isNull();
        assertThat(kept.papers.get(1).authors().getFirst()).isEqualTo(AuthorMention.of("Ada Inés Heron", 1));
    }

    @Test
    void givesAnOrcidOfTwoPeopleToNeither() throws IOException {
        KeptRecords kept = read(PEOPLE.replace("0000-0001-5109-3700", "0000-0003-1415-9269"), PAPERS);
        assertThat(kept.warnings)
                .extracting(Warning::code, Warning::line, Warning::value)
                .containsExactly(
                        tuple("duplicate_orcid", 18, "0000-0003-1415-9269 of olle-bark-2 and min-zhao-0097"),
                        tuple("person_undefined", 28, "nobody-there"));
        assertThat(kept.papers.get(2).authors().getFirst().orcid()).isNull();
    }

    @Test
    void saysWhereTheFilesGiveAPersonTwoOrcids() throws IOException {
        KeptRecords kept = read(PEOPLE.replace("0000-0003-1415-9269", "0000-0001-5000-0007"), PAPERS);
        assertThat(kept.warnings)
                .contains(new Warning(
                        "orcid_differs",
                        "2026.heron.xml",
                        15,
                        "0000-0003-1415-9269 is 0000-0001-5000-0007 in people.yaml"));
        assertThat(kept.papers.getFirst().authors().getLast().orcid()).isEqualTo("0000-0003-1415-9269");
    }

    @Test
    void reportsEntriesThatNameNobodyAndOrcidsThatAreNone() throws IOException {
        KeptRecords kept =
                read(PEOPLE.replace("  orcid: 0000-0001-5109-3700", "  orcid: 12") + "x: 1\ny: {names: []}\n", PAPERS);
        assertThat(kept.rejections)
                .containsExactly(
                        new Rejection("yaml_malformed", "people.yaml", 34, "no name of x"),
                        new Rejection("yaml_malformed", "people.yaml", 35, "no name of y"));
        assertThat(kept.warnings).contains(new Warning("orcid_malformed", "people.yaml", 12, "12"));
    }

    @Test
    void takesIdsAsStatedWherePeopleCannotBeRead() throws IOException {
        KeptRecords kept = read("ada-heron:\n  names: [", PAPERS);
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file)
                .containsExactly(tuple("yaml_malformed", "people.yaml"));
        assertThat(kept.warnings).isEmpty();
        assertThat(kept.papers.getFirst().authors())
                .extracting(AuthorMention::sourceId)
                .containsExactly("ada-heron", null, "min-zhao-0097");
    }

    @Test
    void readsTwentyThousandPeopleAtOnce() throws IOException {
        String many = IntStream.range(0, 20_000)
                .mapToObj(i -> "person-" + i + ":\n  comment: University of Mire, number " + i
                        + "\n  names:\n  - {first: Ada, last: Name" + i + "}\n  - {first: A., last: Name}\n")
                .collect(Collectors.joining());
        assertThat(many.length()).isGreaterThan(2_000_000);
        assertTimeout(Duration.ofSeconds(30), () -> {
            KeptRecords kept =
                    read(many, PAPERS.replace("<first>Olle</first><last>Bark", "<first>Ada</first><last>Name19999"));
            assertThat(kept.papers).extracting(PaperRecord::title).hasSize(3);
            assertThat(kept.papers.getFirst().authors().get(1).sourceId()).isEqualTo("person-19999");
        });
    }
}

package org.invisiblecollege.ingest.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as people have them, with what is right. */
@GivenData("cases")
class GivenCasesTests {

    private static final Path CASES = GivenData.FOLDER.resolve("cases");

    private static KeptRecords read(String files) throws IOException {
        KeptRecords kept = new KeptRecords();
        List<String> paths = Stream.of(files.split(" "))
                .map(file -> CASES.resolve(file).toString())
                .toList();
        for (RecordSource source : Formats.open(null, paths, Formats.Options.defaults())) {
            source.read(kept);
        }
        return kept;
    }

    /** "title / date / authors / venue", with a plus where the authors are incomplete and a question mark where it is unknown. */
    private static String shown(PaperRecord paper) {
        String known = switch (paper.authorList().completeness()) {
            case COMPLETE -> "";
            case INCOMPLETE -> "+";
            case UNKNOWN -> "?";
        };
        return Stream.of(
                        String.valueOf(paper.title()),
                        paper.publishedOn() == null ? "-" : paper.publishedOn().text(),
                        paper.authors().stream().map(AuthorMention::name).collect(Collectors.joining("; ")) + known,
                        paper.venue() == null ? "-" : paper.venue())
                .collect(Collectors.joining(" / "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            01-extended-names/input.bib | Sluice gates and their keepers / 2016 / Piet van den Hollander; Ngozi Okafor; Luc Moreau Jr; Robson and Sons, Ltd. / Journal of Canals
            01-extended-names/input.bib | Towpaths of the lower river / 2017 / Jean Pierre de la Roux / -
            02-crossref/input.bib | Counting lichens from balloons / 2011 / Petra Lindqvist; Omar Haddad / Proceedings of the Fourth Lichen Workshop
            02-crossref/input.bib | Mosses of walls / 2013 / Petra Lindqvist / A Handbook of Mosses
            02-crossref/input.bib | Ferns under bridges / 2014-05 / Omar Haddad / Fern Letters
            03-strings/strings.bib 03-strings/input.bib | Salt one / 2012-02 / Ida Krog / Journal of Salt Marshes
            03-strings/strings.bib 03-strings/input.bib | Salt two / 2013-03-10 / Ida Krog / Annals of Salt, Series B
            03-strings/strings.bib 03-strings/input.bib | Salt three / 2014-09 / Ida Krog / Journal of Salt Marshes
            04-backslash-brace/input.bib | Boilers of the north / 2013 / Tomas Vesely / -
            04-backslash-brace/input.bib | Boilers of the south / 2014 / Tomas Vesely / -
            04-backslash-brace/input.bib | Boilers of the west / 2016 / Tomas Vesely; Ada Rhodes / -
            05-annotation/input.bib | Annotated tides / 2013 / Jeanne Cardot; Milo Brandt / -
            05-annotation/input.bib | Plain tides / 2014 / Jeanne Cardot / -
            07-others/input.bib | Others plain / 2001 / Ana Ferro+ / -
            07-others/input.bib | Others capital / 2002 / Ana Ferro+ / -
            07-others/input.bib | Et al as author / 2003 / Ana Ferro+ / -
            07-others/input.bib | Et al behind / 2004 / Ana Ferro; Bo Quist+ / -
            07-others/input.bib | Others in braces / 2005 / Ana Ferro+ / -
            07-others/input.bib | Others with dot / 2006 / Ana Ferro+ / -
            07-others/input.bib | Et al behind comma / 2007 / Ana Ferro+ / -
            07-others/input.bib | Et al braces / 2008 / Ana Ferro+ / -
            07-others/input.bib | Dots / 2009 / Ana Ferro+ / -
            09-corporate/input.bib | Corporate one / 2001 / Barnet and Nobel, Inc. / -
            09-corporate/input.bib | Corporate two / 2002 / Kruger and Sons; Elke Maas / -
            09-corporate/input.bib | Corporate three / 2003 / The Snapy Developers / -
            09-corporate/input.bib | Corporate four / 2004 / Deutsches Zentrum für Möwe und Meer / -
            09-corporate/input.bib | Braces in names / 2005 / A. Delgado de Mola; Kees van der Berg; J. R. Smit / -
            09-corporate/input.bib | Corporate six / 2006 / UK Office; OECD / -
            10-accents/input.bib | Accents one / 2001 / Marek Eliášek; Jiří Matouš; Jolanta Kovalevė; Rasa Kovalevė; Pep Acíno; Musa Göğüş / -
            10-accents/input.bib | Accents two / 2002 / Ștefan Țur; Ion șoimu; Łukasz Wałęsko; Åse Ødegaard; Thội Nguyễn / -
            10-accents/input.bib | Higher-order Erdős – Szekér theorems / 2003 / Pál Erdősi; Éva Kiss; Mića Đorđević; Jörg Graßl; María Díaz; Søren Æb / -
            10-accents/input.bib | Sorting Die Möwe and quotes and emph / 1981 / Vin van Gogg / -
            10-accents/input.bib | Accents five & a 10th ® box gap / 2005 / François D'Arc; L. D’Ambrosio; Petr Černý; K. O'Shea / -
            11-math/input.bib | The molecule A2B3 and H2O / 2001 / Lena Post / -
            11-math/input.bib | A Schwing model with a θ term / 2002 / Lena Post / -
            11-math/input.bib | InxGa1-xN at 5 μm and 13C / 2003 / Lena Post / -
            11-math/input.bib | On Lp(Rn) and O(n log n), √s=13 TeV / 2004 / Lena Post / -
            11-math/input.bib | Heavy acids: in vitro & more $5 at 100% / 2005 / Lena Post / Ind. & Eng.
            11-math/input.bib | Ab initio & R&D of CO2 / 2006 / Lena Post / Chem. & Eng.
            12-encoding/cp1252.bib | Groundwater – of the cp marsh / 2013 / Gesa Grütz; Åsa Björk / -
            12-encoding/cp1252.bib | Ascii of the cp marsh / 2014 / Ann Plain / -
            12-encoding/utf8bom.bib | Groundwater – of the bom marsh / 2013 / Gesa Grütz; Åsa Björk / -
            12-encoding/utf8bom.bib | Ascii of the bom marsh / 2014 / Ann Plain / -
            12-encoding/utf16le.bib | Groundwater – of the leb marsh / 2013 / Gesa Grütz; Åsa Björk / -
            12-encoding/utf16le.bib | Ascii of the leb marsh / 2014 / Ann Plain / -
            12-encoding/utf16be-nobom.bib | Groundwater – of the beb marsh / 2013 / Gesa Grütz; Åsa Björk / -
            12-encoding/utf16be-nobom.bib | Ascii of the beb marsh / 2014 / Ann Plain / -
            12-encoding/csl-utf16.json | Reeds in UTF sixteen JSON / - / Varga / -
            12-encoding/excel-utf16.csv | Reeds in UTF sixteen / 2018 / Ines Varga; Per Holm / -
            14-csl-dates/input.json | Season alone / 1950 / Rei Ohno / -
            14-csl-dates/input.json | Season as pseudo month / 2015 / Rei Ohno / -
            14-csl-dates/input.json | Season as twenty-two / 2016 / Rei Ohno / -
            14-csl-dates/input.json | Season token / 2009 / Rei Ohno / -
            14-csl-dates/input.json | Parts as strings / 2019-05-07 / Rei Ohno / -
            14-csl-dates/input.json | Raw iso / 2018-03 / Rei Ohno / -
            14-csl-dates/input.json | Raw words / 2017-03 / Rei Ohno / -
            14-csl-dates/input.json | Literal / 1904 / Rei Ohno / -
            14-csl-dates/input.json | Null part / - / Rei Ohno / -
            14-csl-dates/input.json | Range / 1998-03 / Rei Ohno / -
            14-csl-dates/input.json | Zeros / 2020 / Rei Ohno / -
            14-csl-dates/input.json | Pandoc list / 2013-06 / Rei Ohno / -
            14-csl-dates/input.json | Edtf / 2014-05 / Rei Ohno / -
            14-csl-dates/input.json | Flat / 2012-04 / Rei Ohno / -
            14-csl-dates/input.json | Before Christ / - / Herakl / -
            16-crossref-json/single-item.json | Genome of a reed / 2009-09-09 / Reed Genome Consortium; Ines Varga; for the REED Group / PLX ONE
            16-crossref-json/one-answer.json | Genome of a reed / 2009-09-09 / Reed Genome Consortium; Ines Varga; for the REED Group / PLX ONE
            16-crossref-json/works-answer.json | Genome of a reed / 2009-09-09 / Reed Genome Consortium; Ines Varga; for the REED Group / PLX ONE
            16-crossref-json/works-answer.json | Genome of a rush / - / Reed Genome Consortium; Ines Varga; for the REED Group / PLX ONE
            17-scopus-csv/new.csv | Mixed elements of dunes / 2021 / Gabriela N. Gatik; Felix A. Sequoia / Dune Mathematics
            17-scopus-csv/old.csv | Mixed elements of older dunes / 2011 / G.N. Gatik; F.A. Sequoia / Dune Mathematics
            17-scopus-csv/old.csv | Alone on a dune / 2012 / G.N. Gatik / Dune Mathematics
            18-other-csv/authors-and.csv | Reeds with and / 2018 / Ines Varga; Per Holm / -
            18-other-csv/authors-and.csv | Reeds with ampersand / 2018 / Ines Varga; Per Holm; Per Lund / -
            18-other-csv/authors-and.csv | Reeds of PoP / 2018 / I Varga; P Holm; P Lund / -
            18-other-csv/authors-and.csv | Reeds of R / 2018 / Ines Varga; Per Holm / -
            18-other-csv/cp1252.csv | Reeds of Köln / 2018 / Inés Varga; Pér Holm / -
            18-other-csv/dimensions.csv | Reeds of the delta / 2022 / Ines Varga; Per Holm / Reed Letters
            18-other-csv/excel-semicolon.csv | Reeds by Excel / 2019 / Ines Varga; Per Holm / -
            18-other-csv/lens.csv | Reeds from the Lens / 2019-03-01 / Ines Varga; Per Holm / Reed Letters
            18-other-csv/pandas.csv | Reeds by pandas / 2020 / Ines Varga; Per Holm / -
            18-other-csv/pandas.csv | Reeds unknown / - / ? / -
            18-other-csv/scholar.csv | Reeds by Scholar / 2018 / Ines Varga; Per Holm / Reed Letters
            18-other-csv/tabs.csv | Reeds by tab / 2019 / Ines Varga; Per Holm / -
            19-openalex/input.jsonl | Null author id among reeds / 2020-01-01 / Ines Varga; Per Holm+ / -
            19-openalex/nested.json | Nested pages of reeds / 2020-01-01 / Ines Varga; Per Holm+ / -
            19-openalex/nested.json | Nested pages of rushes / 2020-01-01 / Ines Varga; Per Holm+ / -
            20-openalex-csv/works.csv | Reeds by CSV of OpenAlex / 2022-01-01 / Ines Varga; Per Holm / Reed Letters
            23-wos-bib/input.bib | Reeds in the Web of Science: A Very Long Title / 2010 / Ines Varga; Per Holm; K. von Stein; REED Collaboration / JOURNAL OF REEDS
            23-wos-bib/input.bib | Rushes in the Web of Science / 2011 / Ines Varga / 2011 IEEX CONFERENCE ON RUSHES
            24-unread-formats/library.ris | Reeds by RIS / 2019 / Ines Varga; Per Holm / Reed Letters
            24-unread-formats/library.ris | Rushes by RIS / 2020-05-03 / Ines Varga / -
            24-unread-formats/pubmed.nbib | Reeds by MEDLINE / 2019-03 / Ines Varga; Per Holm / Reed letters
            24-unread-formats/savedrecs.txt | Reeds by plain text / 2019 / Ines Varga; Per Holm / Reed Letters
            24-unread-formats/savedrecs-tab.txt | Reeds by tabs / 2019 / Ines Varga; Per Holm / REED LETTERS
            24-unread-formats/refer.enw | Reeds by Scholar EndNote / 2019 / Ines Varga; Per Holm / Reed Letters
            24-unread-formats/zotero.csv | Reeds by Zotero CSV / 2019-03 / Ines Varga; Per Holm / Reed Letters
            24-unread-formats/library.bib.txt | Bib in txt / 2019 / Ines Varga / -
            24-unread-formats/semanticscholar.json | Reeds by Semantic Scholar / 2019 / Ines Varga; Per Holm / -
            24-unread-formats/inspire.json | Reeds by Inspire / 2019-02 / Ines Varga; REED / -
            24-unread-formats/orcid.json | Reeds by ORCID / 2019 / + / -
            24-unread-formats/pubmed.xml | Reeds by PubMed XML / 2019 / Ines Varga / Reed letters
            24-unread-formats/endnote.xml | Reeds by EndNote / 2019 / Ines Varga / -
            24-unread-formats/dblp.xml | Reeds by DBLP / 2019 / Ines Varga / Reed Lett.
            25-inspire-bib/input.bib | Observation of a new reed in the search for the H → γγ at √s=8 TeV with O(20) fb-1 / 2012 / Georges Aadx+ / Phys. Reed B
            25-inspire-bib/input.bib | The α reeds of M31: a 5σ view / 2019-10 / Ines Varga; R. M. de la Cruz; K. O'Hara; REED Collaboration / apjl
            26-duplicate-keys/one.bib 26-duplicate-keys/two.bib | Tagging of sites enhanced / 2017 / S. Wang; D. Lowe / -
            26-duplicate-keys/one.bib 26-duplicate-keys/two.bib | Fast answers in sites / 2017 / S. Wang; T.-H. Chenn / -
            26-duplicate-keys/one.bib 26-duplicate-keys/two.bib | Windmills of the coast / 2010 / Ada Smithe / -
            26-duplicate-keys/one.bib 26-duplicate-keys/two.bib | Watermills of the hills / 2010 / Bela Smithe / -
            28-more-names/input.bib | Name over the end of a line / 2010 / Eli A. Selvan; Maneka Jayas; Saroja Selvan / -
            28-more-names/input.bib | Suffixes / 2011 / Mart Luth Kingston Jr.; Mart Luth Kingston III; Hank Ford Jr / -
            28-more-names/input.bib | Particles / 2012 / Charles de la Vallée Pou; Charles de la Vallée Pou; Jean-Paul de Roo / -
            28-more-names/input.bib | CJK / 2013 / 王小明; 李四光; 田中太郎 / -
            28-more-names/input.bib | And within / 2017 / Bo Andersen; Ido Mandel; Rolando Brandao / -
            28-more-names/input.bib | Footnote marks / 2018 / Ines Varga; Per Holm; Per Lund / -
            28-more-names/input.bib | Titles of people / 2019 / Ines Varga; Per Holm / -
            28-more-names/input.bib | Affiliation in name / 2020 / Ines Varga; Per Holm / -
            28-more-names/input.bib | Relax / 2021 / Yu. Smithe; T. Charlot / -
            28-more-names/input.bib | Edited only / 2022 / ? / -
            29-subtitle/a.bib | Tubes: Pricing of reeds by the hour / 2012 / Lena Post; Rolf Quast / -
            29-subtitle/b.json | Tubes: Pricing of reeds by the hour / 2012 / Lena Post; Rolf Quast / -
            31-cjk/a.bib | 芒草的生长 / 2013 / 张中平; 陈大华; 刘春 / -
            31-cjk/b.json | 芒草的收割 / 2014 / 张中平; 陈大华; 刘春 / -
            31-cjk/c.csv | 芒草的运输 / 2015 / 张中平; 陈大华; 刘春 / -
            31-cjk/c.csv | 芒草的储存 / 2016 / 张中平; 陈大华; 刘春 / -
            """)
    void whatIsThereIsRead(String files, String paper) throws IOException {
        assertThat(read(files).papers).extracting(GivenCasesTests::shown).contains(paper);
    }

    /** Every paper with a usable key, and those with a key that BibTeX refuses too. */
    @ParameterizedTest
    @CsvSource({
        "01-extended-names/input.bib, 2",
        "04-backslash-brace/input.bib, 4",
        "06-keys/input.bib, 11",
        "07-others/input.bib, 9",
        "14-csl-dates/input.json, 15",
        "16-crossref-json/works-answer.json, 2",
        "17-scopus-csv/old.csv, 2",
        "18-other-csv/authors-and.csv, 4",
        "23-wos-bib/input.bib, 2",
        "24-unread-formats/library.ris, 2",
        "28-more-names/input.bib, 16",
    })
    void nothingIsLostOrInvented(String file, int papers) throws IOException {
        KeptRecords kept = read(file);
        assertThat(kept.papers).hasSize(papers);
        assertThat(kept.rejections).isEmpty();
    }

    @Test
    void aListThatOpenAlexCutsIsNotComplete() throws IOException {
        KeptRecords kept = read("19-openalex/input.jsonl");
        assertThat(kept.papers)
                .extracting(
                        paper -> String.valueOf(paper.externalIds().get("openalex")),
                        paper -> paper.authors().size(),
                        paper -> paper.authorList().completeness().name())
                .containsExactly(
                        tuple("W9000000001", 2, "INCOMPLETE"),
                        tuple("W9000000002", 100, "INCOMPLETE"),
                        tuple("W9000000003", 100, "UNKNOWN"));
        assertThat(kept.rejections).extracting(rejection -> rejection.code()).containsExactly("work_without_title");
        assertThat(kept.warned()).containsExactly("author_without_name");
    }

    @Test
    void whatIsNotReadIsNamed() {
        assertThatThrownBy(() -> read("24-unread-formats/csl.yaml"))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("csl.yaml is CSL-YAML, which is not read: export CSL-JSON.");
    }

    @Test
    void aFormatThatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> Formats.open(
                        "bibtex",
                        List.of(CASES.resolve("16-crossref-json/single-item.json")
                                .toString()),
                        Formats.Options.defaults()))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage(
                        "single-item.json begins like crossref, not like bibtex: give that format, or leave it out.");
    }
}

package org.invisiblecollege.ingest.source.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with one byte dropped, doubled or swapped: what comes before the damage is loaded. */
class DamagedXmlTests {

    private static final int RECORDS = 10;
    private static final int MUTATIONS = 200;

    @TempDir
    private Path folder = Path.of("");

    @FunctionalInterface
    private interface Opening {
        RecordSource open(List<Path> files) throws IOException;
    }

    @Test
    void loadsArticlesOfPubMedBeforeTheDamage() throws IOException {
        damage(
                "<?xml version=\"1.0\"?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD\" \"x.dtd\">\n<PubmedArticleSet>",
                "<PubmedArticle><MedlineCitation><PMID Version=\"1\">%d</PMID><Article><Journal><JournalIssue><PubDate>"
                        + "<Year>2019</Year><Month>Mar</Month></PubDate></JournalIssue><Title>Röhricht</Title></Journal>"
                        + "<ArticleTitle>Reeds &amp; <i>moss</i>.</ArticleTitle><AuthorList CompleteYN=\"Y\"><Author>"
                        + "<LastName>Vargá</LastName><ForeName>Ines</ForeName></Author></AuthorList></Article>"
                        + "</MedlineCitation></PubmedArticle>",
                "</PubmedArticleSet>",
                PubMedXml::open);
    }

    @Test
    void loadsRecordsOfEndNoteBeforeTheDamage() throws IOException {
        damage(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><xml><records>",
                "<record><rec-number>%d</rec-number><ref-type name=\"Journal Article\">17</ref-type><contributors><authors>"
                        + "<author><style face=\"normal\">Vargá, Ines</style></author></authors></contributors><titles>"
                        + "<title><style>Reeds &amp; moss</style></title></titles><dates><year>2019</year></dates></record>",
                "</records></xml>",
                EndNoteXml::open);
    }

    @Test
    void loadsRecordsOfDblpBeforeTheDamage() throws IOException {
        damage(
                "<?xml version=\"1.0\"?>\n<!DOCTYPE dblp SYSTEM \"dblp.dtd\">\n<dblp>",
                "<article key=\"journals/rl/%d\" mdate=\"2020-01-01\"><author orcid=\"0000-0002-1825-0097\">Ines V&aacute;rga</author>"
                        + "<title>Reeds &amp; <i>mo\u00df</i>.</title><year>2019</year><journal>Reed Lett.</journal>"
                        + "<ee>https://doi.org/10.1234/5</ee></article>",
                "</dblp>",
                DblpXml::open);
    }

    private void damage(String head, String record, String tail, Opening opening) throws IOException {
        String[] records = IntStream.range(0, RECORDS)
                .mapToObj(i -> record.formatted(1000 + i) + "\n")
                .toArray(String[]::new);
        byte[] whole =
                (head + Arrays.stream(records).collect(Collectors.joining()) + tail).getBytes(StandardCharsets.UTF_8);
        List<String> ids = read(whole, opening).ids();
        assertThat(ids).hasSize(RECORDS);
        int begin = head.getBytes(StandardCharsets.UTF_8).length;
        int length = records[0].getBytes(StandardCharsets.UTF_8).length;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            int at = begin + random.nextInt(whole.length - begin);
            int untouched = Math.min(RECORDS, (at - begin) / length);
            KeptRecords kept = read(mutated(whole, at, random), opening);
            assertThat(kept.ids().subList(0, Math.min(untouched, kept.ids().size())))
                    .as("seed %d", seed)
                    .isEqualTo(ids.subList(0, untouched));
        }
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            KeptRecords kept = read(mutated(whole, random.nextInt(begin), random), opening);
            assertThat(kept.rejections.size() + kept.papers.size())
                    .as("seed %d", seed)
                    .isPositive();
        }
    }

    private static byte[] mutated(byte[] whole, int at, Random random) {
        byte[] before = Arrays.copyOfRange(whole, 0, at);
        return switch (random.nextInt(3)) {
            case 0 -> joined(before, Arrays.copyOfRange(whole, at + 1, whole.length));
            case 1 ->
                joined(before, Arrays.copyOfRange(whole, at, at + 1), Arrays.copyOfRange(whole, at, whole.length));
            default -> {
                byte[] swapped = whole.clone();
                swapped[at] = (byte) random.nextInt(256);
                yield swapped;
            }
        };
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private KeptRecords read(byte[] bytes, Opening opening) throws IOException {
        return KeptRecords.of(opening.open(List.of(Files.write(folder.resolve("a.xml"), bytes))));
    }
}

package org.invisiblecollege.ingest.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDamageTests {

    private static final int ROWS = 10;
    private static final int MUTATIONS = 200;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(byte[] bytes) throws IOException {
        return KeptRecords.of(Csv.open(List.of(Files.write(folder.resolve("t.csv"), bytes))));
    }

    private static String table(String header, char separator) {
        StringBuilder text = new StringBuilder(header.replace(',', separator)).append('\n');
        for (int i = 0; i < ROWS; i++) {
            text.append("id%d,\"Dew on \"\"stone\"\" %d\",\"Falk, Una; Okön, Li\",2019,10.5555/d.%d%n"
                    .formatted(i, i, i)
                    .replace("\",\"", "\"" + separator + "\"")
                    .replace("id" + i + ",", "id" + i + separator)
                    .replace(",2019,", separator + "2019" + separator));
        }
        return text.toString();
    }

    /** Whatever happens to one byte of a row, the rows before it and behind it are loaded. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"id,title,authors,year,doi|,", "id,title,authors,year,doi|;", "UT,TI,AU,PY,DI|TAB"})
    void losesNoRowButTheOneThatIsDamaged(String header, String separator) throws IOException {
        String text = table(header, separator.equals("TAB") ? '\t' : separator.charAt(0));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes).ids())
                .containsExactlyElementsOf(
                        IntStream.range(0, ROWS).mapToObj(i -> "id" + i).toList());
        int afterHeader = text.indexOf('\n') + 1;
        Random random = new Random(11);
        for (int i = 0; i < MUTATIONS; i++) {
            int at = afterHeader + random.nextInt(bytes.length - afterHeader - 1);
            byte[] damaged = mutated(bytes, at, random.nextInt(4), (byte) random.nextInt(256));
            int line = (int) new String(bytes, 0, at, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            List<String> ids = read(damaged).ids();
            for (int row = 0; row < ROWS; row++) {
                // A line break that is lost joins two rows.
                if (row < line - 1 || row > line) {
                    assertThat(ids).as("mutation %d at %d", i, at).contains("id" + row);
                }
            }
        }
    }

    private static byte[] mutated(byte[] bytes, int at, int how, byte other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (how) {
            case 0 -> {}
            case 1 -> {
                out.write(bytes[at]);
                out.write(bytes[at]);
            }
            case 2 -> out.write(other);
            default -> {
                out.write(bytes[at + 1]);
                out.write(bytes[at]);
                out.write(bytes, at + 2, bytes.length - at - 2);
                return out.toByteArray();
            }
        }
        out.write(bytes, at + 1, bytes.length - at - 1);
        return out.toByteArray();
    }

    @Test
    void neverFailsWhereTheHeaderIsDamaged() throws IOException {
        byte[] bytes = table("id,title,authors,year,doi", ',').getBytes(StandardCharsets.UTF_8);
        Random random = new Random(12);
        for (int i = 0; i < MUTATIONS; i++) {
            KeptRecords kept = read(mutated(bytes, random.nextInt(26), random.nextInt(4), (byte) random.nextInt(256)));
            assertThat(kept.papers.size() + kept.rejections.size()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "'", "A. ", "Ab ", ",", "a|", " & ", "[{'name': ", "10.", "[orcid:", "Ab A,"})
    void readsHostileCellsInBoundedTime(String filler) {
        String cell = "\"" + filler.repeat(300_000 / filler.length()) + "\"";
        String table = "title,authors,doi,date,citations\nT,%1$s,%1$s,%1$s,%1$s\nNext,,,,\n".formatted(cell);
        assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(read(table.getBytes(StandardCharsets.UTF_8)).papers)
                        .extracting(PaperRecord::title)
                        .containsExactly("T", "Next"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Title,Authors,Author(s) ID,EID,Affiliations,Authors with affiliations",
                "TI,AU,OI,UT,C3,C1",
                "Title,Authors,PubYear,Publication ID,Rank,Authors Affiliations",
                "title,authorships.author.id,authorships.author.display_name,id,doi,type",
                "Title,Authors,Journal/Book,PMID,DOI,Citation",
                "Title,Authors,Cites,Source,DOI,Year"
            })
    void readsHostileExportsInBoundedTime(String header) {
        for (String filler : List.of("A. ", "Ab, ", "[", "(; ", "A|", "x;", "Ab A,", "Ab A., x;")) {
            String cell = "\"" + filler.repeat(60_000 / filler.length()) + "\"";
            String table = header + "\nT," + String.join(",", cell, cell, cell, cell, cell) + "\n";
            assertTimeout(
                    Duration.ofSeconds(30),
                    () -> assertThat(read(table.getBytes(StandardCharsets.UTF_8)).papers)
                            .as(filler)
                            .hasSize(1));
        }
    }

    @Test
    void readsHostileRowsInBoundedTime() {
        String quotes = "title,authors\n" + "A,\"open\n".repeat(3_000);
        String columns = "title" + ",c".repeat(100_000) + "\nA" + ",1".repeat(100_000) + "\n";
        assertTimeout(Duration.ofSeconds(30), () -> {
            assertThat(read(quotes.getBytes(StandardCharsets.UTF_8)).rejections).hasSizeGreaterThan(1_000);
            assertThat(read(columns.getBytes(StandardCharsets.UTF_8)).rejections)
                    .extracting(Rejection::code)
                    .containsExactly("csv_missing_title_column");
        });
    }

    @Test
    void rejectsARowThatIsTooLarge() throws IOException {
        String text = "title\tyear\n" + "x".repeat(5_000_000) + "\t2019\nNext\t2019\n";
        KeptRecords kept = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(kept.rejections).extracting(Rejection::code).containsExactly("record_too_large");
        assertThat(kept.papers).extracting(PaperRecord::title).containsExactly("Next");
    }
}

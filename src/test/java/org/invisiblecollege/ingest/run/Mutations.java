package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSource;

/** Damages single bytes of a file and looks whether the records that are not touched are all read as before. */
public final class Mutations {

    private static final int COUNT = 200;

    private Mutations() {}

    @FunctionalInterface
    public interface Opener {

        RecordSource open(List<Path> files) throws IOException;
    }

    /**
     * Reads 200 files with one damage each.
     *
     * @param records the text of each record with the blank line behind it; what makes one equal is its title
     */
    public static void check(Path file, List<String> records, Opener format) throws IOException {
        String whole = String.join("", records);
        List<PaperRecord> sound = read(file, whole.getBytes(StandardCharsets.UTF_8), format).papers;
        assertThat(sound).hasSize(records.size());
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(seed);
            int at = random.nextInt(bytes.length - 1);
            byte[] damaged = damaged(bytes, at, random.nextInt(3));
            KeptRecords kept = read(file, damaged, format);
            List<String> found = kept.papers.stream().map(Mutations::said).toList();
            // A damage to the end of a record or the blank line behind it touches the next one too.
            int first = recordAt(records, at);
            int last = recordAt(records, Math.min(bytes.length - 1, at + 3));
            List<String> untouched = IntStream.range(0, records.size())
                    .filter(i -> i < first || i > last)
                    .mapToObj(i -> said(sound.get(i)))
                    .toList();
            assertThat(found).as("seed %s at byte %s", seed, at).containsSubsequence(untouched);
            assertThat(found).as("seed %s", seed).hasSizeLessThanOrEqualTo(records.size() + 1);
            assertThat(names(kept.papers))
                    .as("seed %s at byte %s: nobody is on two papers", seed, at)
                    .doesNotHaveDuplicates();
        }
    }

    /** Returns everything that a paper says but its id, which may be its line. */
    private static String said(PaperRecord paper) {
        return List.of(
                        String.valueOf(paper.title()),
                        paper.authors(),
                        paper.authorList().completeness(),
                        paper.publication(),
                        paper.links())
                .toString();
    }

    private static List<String> names(List<PaperRecord> papers) {
        List<String> names = new ArrayList<>();
        papers.forEach(paper ->
                paper.authors().stream().map(author -> author.name()).distinct().forEach(names::add));
        return names;
    }

    private static int recordAt(List<String> records, int at) {
        int end = 0;
        for (int i = 0; i < records.size(); i++) {
            end += records.get(i).getBytes(StandardCharsets.UTF_8).length;
            if (at < end) {
                return i;
            }
        }
        return records.size() - 1;
    }

    private static byte[] damaged(byte[] bytes, int at, int kind) {
        byte[] copy = Arrays.copyOf(bytes, bytes.length + (kind == 0 ? -1 : kind == 1 ? 1 : 0));
        switch (kind) {
            case 0 -> System.arraycopy(bytes, at + 1, copy, at, bytes.length - at - 1);
            case 1 -> System.arraycopy(bytes, at, copy, at + 1, bytes.length - at);
            default -> {
                copy[at] = bytes[at + 1];
                copy[at + 1] = bytes[at];
            }
        }
        return copy;
    }

    private static KeptRecords read(Path file, byte[] bytes, Opener format) throws IOException {
        return KeptRecords.of(format.open(List.of(Files.write(file, bytes))));
    }
}

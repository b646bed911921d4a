package org.invisiblecollege.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.ingest.topics.BundledVocabularies;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures how many titles with abstracts per second, on one core, are searched for the labels of a large vocabulary. */
@Command(name = "matching", mixinStandardHelpOptions = true)
final class MatchingBenchmark implements Callable<Integer> {

    private static final int ROUNDS = 5;

    @Parameters(
            index = "0",
            paramLabel = "LABELS",
            description = "Further labels next to the bundled ones, one per line.")
    private Path labels = Path.of("");

    @Parameters(index = "1..*", paramLabel = "SOURCE", description = "Format and location, as for ingest.")
    private List<String> words = List.of();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MatchingBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<Concept> concepts = new ArrayList<>(BundledVocabularies.matched());
        for (String label : Files.readAllLines(labels)) {
            concepts.add(new Concept(
                    "more:" + concepts.size(), "more", label, List.of(), List.of(), List.of(), List.of(), null, true));
        }
        long count = concepts.stream()
                .mapToLong(each ->
                        1 + each.altLabels().size() + each.hiddenLabels().size())
                .sum();
        List<Map<String, String>> texts = new ArrayList<>();
        for (RecordSource source :
                Formats.open(words.getFirst(), words.subList(1, words.size()), Formats.Options.defaults())) {
            for (PaperRecord paper : KeptRecords.of(source).papers) {
                String text = paper.abstractText();
                if (text != null) {
                    texts.add(Map.of("title", String.valueOf(paper.title()), "abstract", text));
                }
            }
        }
        long characters = texts.stream()
                .mapToLong(
                        each -> each.values().stream().mapToInt(String::length).sum())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%,d labels; %,d titles with abstracts, %,d characters%n",
                count,
                texts.size(),
                characters);
        TopicMatcher matcher = new TopicMatcher(concepts);
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            long mentions = 0;
            for (Map<String, String> text : texts) {
                mentions += matcher.match(text).size();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %,d mentions, %,.0f abstracts/s, %,.1f million characters/s%n",
                    round,
                    mentions,
                    texts.size() / seconds,
                    characters / seconds / 1e6);
        }
        return 0;
    }
}

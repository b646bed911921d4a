package org.invisiblecollege.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.ingest.topics.BundledVocabularies;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures precision and recall of the topics found in titles and abstracts of papers drawn at random and labelled by hand. A
 * label is a concept that the paper is about, uses or compares with according to its text. Also prints the most frequent
 * errors.
 */
@Command(name = "topics", mixinStandardHelpOptions = true)
final class TopicEvaluation implements Callable<Integer> {

    private static final String SCHEME = "topic:language-technology:";

    @Option(names = "--draw", description = "Print this many drawn papers with their texts instead, for labelling.")
    private int draw;

    @Option(names = "--seed", description = "Seed of the draw.", defaultValue = "6")
    private long seed;

    @Option(names = "--errors", description = "Print each error.")
    private boolean errors;

    @Parameters(index = "0", paramLabel = "GOLD", description = "One paper per line: record id, tab, concepts.")
    private Path gold = Path.of("");

    @Parameters(index = "1..*", paramLabel = "SOURCE", description = "Format and location, as for ingest.")
    private List<String> words = List.of();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TopicEvaluation()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Map<String, PaperRecord> papers = new TreeMap<>();
        for (RecordSource source :
                Formats.open(words.getFirst(), words.subList(1, words.size()), Formats.Options.defaults())) {
            KeptRecords.of(source).papers.stream()
                    .filter(paper -> paper.abstractText() != null)
                    .forEach(paper -> papers.put(paper.recordId(), paper));
        }
        if (draw > 0) {
            List<String> ids = new ArrayList<>(papers.keySet());
            Collections.shuffle(ids, new Random(seed));
            ids.stream().limit(draw).map(papers::get).forEach(TopicEvaluation::print);
        } else {
            evaluate(papers);
        }
        return 0;
    }

    private static void print(PaperRecord paper) {
        System.out.printf("%s%n%s%n%s%n%n", paper.recordId(), paper.title(), paper.abstractText());
    }

    private void evaluate(Map<String, PaperRecord> papers) throws IOException {
        TopicMatcher matcher = new TopicMatcher(BundledVocabularies.matched());
        int right = 0;
        int wrong = 0;
        int missed = 0;
        Map<String, Integer> wrongConcepts = new HashMap<>();
        Map<String, Integer> missedConcepts = new HashMap<>();
        int labelled = 0;
        for (String line : Files.readAllLines(gold)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            PaperRecord paper = papers.get(parts[0]);
            if (paper == null) {
                throw new IllegalStateException("The source has no paper " + parts[0]
                        + " with an abstract; check the first column of the gold file.");
            }
            labelled++;
            Set<String> wanted = Arrays.stream(parts[1].split(" "))
                    .filter(concept -> !concept.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> found = matcher
                    .match(Map.of(
                            "title", String.valueOf(paper.title()), "abstract", String.valueOf(paper.abstractText())))
                    .stream()
                    .map(mention -> mention.topic().substring(SCHEME.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            for (String concept : found) {
                if (wanted.contains(concept)) {
                    right++;
                } else {
                    wrong++;
                    wrongConcepts.merge(concept, 1, Integer::sum);
                    printError("wrong", parts[0], concept);
                }
            }
            for (String concept : wanted) {
                if (!found.contains(concept)) {
                    missed++;
                    missedConcepts.merge(concept, 1, Integer::sum);
                    printError("missed", parts[0], concept);
                }
            }
        }
        double precision = right / (double) (right + wrong);
        double recall = right / (double) (right + missed);
        System.out.printf(
                Locale.ROOT,
                "%d papers, %d labels; %d found correctly, %d wrongly, %d missed%nprecision %.3f, recall %.3f, F1 %.3f%n",
                labelled,
                right + missed,
                right,
                wrong,
                missed,
                precision,
                recall,
                2 * precision * recall / (precision + recall));
        System.out.println("most often found wrongly: " + most(wrongConcepts));
        System.out.println("most often missed: " + most(missedConcepts));
    }

    private void printError(String what, String paper, String concept) {
        if (errors) {
            System.out.println(what + "\t" + paper + "\t" + concept);
        }
    }

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(10)
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}

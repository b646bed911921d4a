package org.invisiblecollege.disambiguation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Evaluates how well people are distinguished without ids: on a published set of namesakes ({@link PublishedNamesakes}), and on a
 * bibliography that has ids and ORCIDs of some people, which are withheld ({@link NameEvaluation}, {@link BibliographyNamesakes},
 * {@link AcrossHalves}).
 */
@Command(name = "identity", mixinStandardHelpOptions = true)
final class IdentityEvaluation implements Callable<Integer> {

    @Option(names = "--show", paramLabel = "N", description = "Show so many wrong and so many missed pairs.")
    private int shown;

    @Option(names = "--seed", description = "Draws what is shown.")
    private long seed = 1;

    @Option(names = "--namesakes", paramLabel = "FOLDER", description = "Holds papers.csv and truth.csv.")
    private @Nullable Path namesakes;

    @Parameters(paramLabel = "FORMAT PATH", arity = "0..*", description = "A bibliography, as ingest takes it.")
    private final List<String> words = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IdentityEvaluation()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (namesakes != null) {
            new PublishedNamesakes(namesakes).measure();
        }
        if (words.size() > 1) {
            RecordFiles files = new RecordFiles(words.getFirst(), words.subList(1, words.size()));
            DrawnExamples examples = new DrawnExamples(shown, seed);
            new BibliographyNamesakes(files).measure();
            new NameEvaluation(files, examples).measure();
            new AcrossHalves(files, examples).measure();
        }
        return 0;
    }
}

package org.invisiblecollege.ingest.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.SourceContents;
import org.invisiblecollege.ingest.source.pagetext.PageTextReader;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.invisiblecollege.ingest.topics.BundledVocabularies;
import org.invisiblecollege.ingest.topics.MentionedTopics;
import org.invisiblecollege.topic.TopicMatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts saved page texts to the files under {@code seeds/}: facts, fingerprints and matched topics, no sentences. */
@Command(
        name = "convert-pages",
        description = {
            "Turn saved page texts into seed files without their text.",
            "Seed files hold facts, fingerprints of abstracts and the topics found in them."
        },
        mixinStandardHelpOptions = true)
public final class ConvertPages implements Callable<Integer> {

    private static final String NOTE =
            "Facts taken from the saved texts of five public web pages: titles, names, dates, counts and the like, with"
                    + " the page and line that said so as record id. Abstracts are not included, only a fingerprint of"
                    + " each (a bottom-k sketch of hashed word triples) and the vocabulary labels found in it. Facts are"
                    + " not under copyright; the arrangement is offered under CC0 1.0.";

    @Parameters(index = "0", description = "Folder with the page texts.")
    private Path pages = Path.of("");

    @Parameters(index = "1", description = "Folder for the seed files.")
    private Path seeds = Path.of("");

    @Option(
            names = "--year",
            required = true,
            description = "Year in which the pages were saved, since their dates have none.")
    private int year;

    @Override
    public Integer call() throws IOException {
        List<TopicMatcher> matchers = List.of(new TopicMatcher(BundledVocabularies.matched()));
        List<Path> files;
        try (Stream<Path> entries = Files.list(pages)) {
            files = entries.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        List<SourceContents> sources = new PageTextReader(year)
                .read(files, SeedFiles.knownTitles()).stream()
                        .map(source -> new SourceContents(
                                source.source(),
                                source.papers().stream()
                                        .map(paper -> MentionedTopics.in(paper, matchers))
                                        .toList(),
                                source.people()))
                        .toList();
        SeedFiles.write(seeds, sources, NOTE);
        return 0;
    }
}

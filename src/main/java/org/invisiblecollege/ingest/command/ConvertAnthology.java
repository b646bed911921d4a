package org.invisiblecollege.ingest.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.invisiblecollege.ingest.detect.Formats;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.SourceContents;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.record.VenueMention;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.invisiblecollege.ingest.topics.BundledVocabularies;
import org.invisiblecollege.ingest.topics.MentionedTopics;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.topic.TopicMatcher;
import org.invisiblecollege.topic.TopicMention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Converts a checkout of the ACL Anthology to the second set of bundled data: facts and matched topics, no abstracts. */
@Command(
        name = "convert-anthology",
        description = {
            "Turn an ACL Anthology into seed files without abstracts.",
            "They hold the papers of its main conferences and journals since " + ConvertAnthology.FIRST_YEAR
                    + " and the topics found in titles and abstracts."
        },
        mixinStandardHelpOptions = true)
public final class ConvertAnthology implements Callable<Integer> {

    /** From this year on the Anthology is under CC BY 4.0. */
    static final int FIRST_YEAR = 2016;

    private static final Set<String> VENUES =
            Set.of("ACL", "NAACL", "EMNLP", "EACL", "AACL", "COLING", "TACL", "CL", "Findings");

    private static final String NOTE =
            "Papers of the main conferences and journals of the ACL Anthology (https://aclanthology.org) since "
                    + FIRST_YEAR
                    + ": titles, authors with ids and ORCIDs, dates, venues and DOIs, under CC BY 4.0, attributed to the"
                    + " ACL Anthology. Changed: abstracts are left out; the first mention of each topic of this project's"
                    + " vocabulary in title or abstract was added.";

    @Parameters(index = "0", description = "Checkout of the Anthology.")
    private Path checkout = Path.of("");

    @Parameters(index = "1", description = "Folder for the seed files.")
    private Path seeds = Path.of("");

    @Override
    public Integer call() throws IOException {
        RecordSource anthology = Formats.open("acl-anthology", List.of(checkout.toString()), Formats.Options.defaults())
                .getFirst();
        List<TopicMatcher> matchers = List.of(new TopicMatcher(BundledVocabularies.matched()));
        List<PaperRecord> papers = new ArrayList<>();
        anthology.read(RecordSink.ofPapers(paper -> {
            if (isOfTheSet(paper)) {
                papers.add(facts(MentionedTopics.in(paper, matchers)));
            }
        }));
        SourceDescription whole = anthology.description();
        SourceDescription source = new SourceDescription(
                "source:acl-main",
                "ACL Anthology, main venues since " + FIRST_YEAR,
                whole.kind(),
                whole.sha256(),
                "CC BY 4.0",
                whole.attribution(),
                whole.idScheme());
        SeedFiles.writeAnthology(seeds, new SourceContents(source, papers, List.of()), NOTE);
        return 0;
    }

    private static boolean isOfTheSet(PaperRecord paper) {
        PublicationDate date = paper.publishedOn();
        return date != null
                && date.year() >= FIRST_YEAR
                && paper.publication().venues().stream()
                        .map(VenueMention::acronym)
                        .anyMatch(acronym -> acronym != null && VENUES.contains(acronym));
    }

    /** Leaves out the abstract and all mentions of a topic but the first. */
    private static PaperRecord facts(PaperRecord paper) {
        Set<String> seen = new HashSet<>();
        List<TopicMention> first = paper.mentions().stream()
                .filter(mention -> seen.add(mention.topic()))
                .toList();
        return new PaperRecord(
                paper.recordId(),
                new PaperRecord.Text(paper.title(), null, null, first),
                paper.authorList(),
                paper.publication(),
                paper.links(),
                paper.reported(),
                null);
    }
}

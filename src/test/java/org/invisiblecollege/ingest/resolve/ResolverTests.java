package org.invisiblecollege.ingest.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.junit.jupiter.api.Test;

class ResolverTests {

    private final Resolver resolver = new Resolver(
            KnownGraph.NOTHING,
            new SourceDescription("source:test", "Test", "TEST", "0", null, null, null),
            false,
            NameTreatment.RELUCTANT);

    private static PaperRecord paper(String recordId, String title, String... authors) {
        return PaperRecord.of(recordId)
                .title(title)
                .authors(
                        Stream.of(authors)
                                .map(author -> AuthorMention.of(author, null))
                                .toList(),
                        true)
                .build();
    }

    @Test
    void nothingIsResolvedBeforeLearningHasEnded() {
        assertThatThrownBy(() -> resolver.resolve(List.of(paper("1", "Alphas", "Ann One")), new ArrayList<>()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Learning has not ended: call endLearning before anything is resolved");
    }

    @Test
    void twoSpellingsOfOneNameGetOneIdAlsoOnTheFirstPaper() {
        List<PaperRecord> papers = List.of(
                paper("1", "Alphas", "Bernardo Magnini", "Carla Verdi"),
                paper("2", "Betas", "B. Magnini", "Carla Verdi"));
        resolver.learn(papers);
        resolver.endLearning(Progress.NONE);
        List<ResolvedPaper> resolved = resolver.resolve(papers, new ArrayList<>());
        assertThat(resolved.getFirst().authors().getFirst().id())
                .isEqualTo(resolved.getLast().authors().getFirst().id());
    }

    @Test
    void twoRecordsWithTheSameTitleAreTwoPapers() {
        resolver.endLearning(Progress.NONE);
        List<PaperRecord> papers =
                List.of(paper("1", "Introduction", "Ann One"), paper("2", "Introduction", "Ann One"));
        assertThat(resolver.resolve(papers, new ArrayList<>()))
                .allMatch(ResolvedPaper::isNew)
                .extracting(ResolvedPaper::id)
                .doesNotHaveDuplicates();
    }
}

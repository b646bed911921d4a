package org.invisiblecollege.ingest.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.junit.jupiter.api.Test;

class InputPathsTests {

    /** Answers every question with something that no default does. */
    private static final class TalkativeSource implements RecordSource {

        @Override
        public SourceDescription description() {
            return new SourceDescription("source:x", "X", "X", "00", null, null, null);
        }

        @Override
        public boolean identifiesPeople() {
            return true;
        }

        @Override
        public Schemes upkeep() {
            return new Schemes(Set.of("whole"), Set.of("matched"));
        }

        @Override
        public long size() {
            return 7;
        }

        @Override
        public void read(RecordSink sink) {
            sink.skip("read");
        }
    }

    private static final RecordSource SOURCE = new TalkativeSource();

    private static RecordSource rejectingLinks() {
        return new InputPaths(List.of(Path.of("a.bib")), List.of(Path.of("in", "link.bib")))
                .rejectingLinks(List.of(SOURCE))
                .getFirst();
    }

    @Test
    void aSourceNextToLinksSaysAllThatTheSourceSays() throws ReflectiveOperationException {
        RecordSource wrapper = rejectingLinks();
        assertThat(wrapper).isNotSameAs(SOURCE);
        List<Method> questions = Stream.of(RecordSource.class.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .toList();
        assertThat(questions).extracting(Method::getName).contains("description", "identifiesPeople", "upkeep", "size");
        for (Method question : questions) {
            assertThat(question.invoke(wrapper)).as(question.getName()).isEqualTo(question.invoke(SOURCE));
        }
    }

    @Test
    void aSourceNextToLinksRejectsThemAndReadsOn() throws Exception {
        KeptRecords kept = KeptRecords.of(rejectingLinks());
        assertThat(kept.rejections)
                .containsExactly(new Rejection("file_is_link", "link.bib", 0, "a link below a folder is not followed"));
        assertThat(kept.skipped).containsExactly("read");
    }
}

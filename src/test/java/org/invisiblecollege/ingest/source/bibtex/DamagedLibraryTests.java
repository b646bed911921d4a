package org.invisiblecollege.ingest.source.bibtex;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.run.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedLibraryTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDamagedByteTakesNoOtherEntry() throws IOException {
        List<String> entries = IntStream.range(0, 10)
                .mapToObj(i -> """
                        @article{key%d,
                          author = {Reed, Ana%c and {\\'E}va%c Moss},
                          title = {The %d-th way (of {Ten}) to "count" herons},
                          journal = "Heron {L}etters", year = 20%d, month = may,
                          doi = {10.5555/heron.%d}
                        }

                        """.formatted(i, 'a' + i, 'a' + i, i, 10 + i, i))
                .toList();
        Mutations.check(folder.resolve("a.bib"), entries, BibTex::open);
    }
}

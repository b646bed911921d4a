package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.topics.Vocabulary;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class BulkLoadTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UPKEEP", "NOWHERE"})
    void leavesNoTablesToImportAfterAnErrorAndWritesThemTheNextTime(FailingSource.Step step, @TempDir Path folder)
            throws Exception {
        Path tables = folder.resolve("tables");
        FailingSource failing = new FailingSource(2_500, step, () -> new AssertionError("two rows for one paper"));
        assertThatThrownBy(() -> load(failing, folder)).hasMessageContaining("two rows for one paper");
        assertThat(BulkLoad.leftover(tables)).isEmpty();

        BulkLoad.Tables written = load(failing.repaired(), folder);
        assertThat(written.run().state()).isEqualTo(IngestRun.State.DONE);
        assertThat(written.run().records()).isEqualTo(2_500);
        assertThat(BulkLoad.leftover(tables)).contains(written);
    }

    private static BulkLoad.Tables load(FailingSource source, Path folder) throws Exception {
        return new BulkLoad(
                        source,
                        Vocabulary.of(List.of()),
                        new IngestSettings(100, NameTreatment.RELUCTANT, folder.resolve("reports")),
                        folder.resolve("tables"),
                        CLOCK)
                .write(Progress.NONE);
    }
}

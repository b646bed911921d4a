package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged snapshot is refused with an IOException, whatever is damaged, so that the graph is read instead. */
class SnapshotFileTests {

    private static final int CHECKSUM_SIZE = Long.BYTES;
    /** Where the sizes of the ids of papers start: after magic, format, version, time and their number. */
    private static final int SIZES = 4 + 4 + 8 + (2 + "then".length()) + 4;
    /** Where the number of bytes of the 3 ids follows. */
    private static final int TOTAL = SIZES + 3 * 4;

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private byte[] intact = new byte[0];

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("some.index");
        SnapshotFile.write(
                Bibliographies.index(
                        List.of(Bibliographies.person(0), Bibliographies.person(1)),
                        List.of(
                                Bibliographies.paper(0, 2020, List.of(1, 2), 0, 1),
                                Bibliographies.paper(1, null, List.of(2), 1),
                                Bibliographies.paper(2, 2021, List.of()))),
                file);
        intact = Files.readAllBytes(file);
    }

    /** Reads the file with other bytes at an offset. */
    private IndexSnapshot readWith(int offset, int value, boolean hasRightChecksum) throws IOException {
        byte[] damaged = intact.clone();
        ByteBuffer.wrap(damaged).putInt(offset, value);
        if (hasRightChecksum) {
            CRC32C checksum = new CRC32C();
            checksum.update(damaged, 0, damaged.length - CHECKSUM_SIZE);
            ByteBuffer.wrap(damaged).putLong(damaged.length - CHECKSUM_SIZE, checksum.getValue());
        }
        Files.write(file, damaged);
        return SnapshotFile.read(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x3FFF_FFFF, 7, -1})
    void everyWrongNumberIsRefused(int wrong) {
        for (int offset = 0; offset <= intact.length - Integer.BYTES; offset++) {
            if (ByteBuffer.wrap(intact).getInt(offset) != wrong) {
                int at = offset;
                assertThatIOException().as("%x at %d", wrong, at).isThrownBy(() -> readWith(at, wrong, false));
            }
        }
    }

    /** A wrong year or letter cannot be noticed then, but a wrong length must not break the process. */
    @ParameterizedTest
    @ValueSource(ints = {0x3FFF_FFFF, 7, -1})
    void aWrongNumberUnderARightChecksumIsRefusedOrRead(int wrong) {
        int refused = 0;
        for (int offset = 0; offset <= intact.length - CHECKSUM_SIZE - Integer.BYTES; offset++) {
            try {
                readWith(offset, wrong, true);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(intact.length / 4);
    }

    @Test
    void everyShorterFileIsRefused() {
        for (int length = 0; length < intact.length; length++) {
            byte[] shorter = new byte[length];
            System.arraycopy(intact, 0, shorter, 0, length);
            assertThatIOException().isThrownBy(() -> SnapshotFile.read(Files.write(file, shorter)));
        }
    }

    @Test
    void aSnapshotOfAnotherFormatIsRefused() {
        assertThatThrownBy(() -> readWith(Integer.BYTES, 2, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("current format");
    }

    @Test
    void aTotalBeyondTheFileIsRefused() {
        // Three ids of 8 bytes, and 2^32 times so many more.
        assertThatThrownBy(() -> readWith(TOTAL, 1, true))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("An array of 4,294,967,320 values cannot be in the ");
        assertThatThrownBy(() -> readWith(TOTAL, Integer.MIN_VALUE, true))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("An array of -9,223,372,036,854,775,784 values cannot be in the ");
    }

    @Test
    void negativeSizesWithTheRightSumAreRefused() {
        ByteBuffer.wrap(intact).putInt(SIZES, -8);
        assertThatThrownBy(() -> readWith(SIZES + 4, 24, true))
                .isInstanceOf(IOException.class)
                .hasMessage("The sizes of its rows are wrong; the file is damaged.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7})
    void theFileIsTheSameForSegmentsOfAnyLength(int maxSegment) throws IOException {
        IndexSnapshot whole = SnapshotFile.read(file);
        IndexSnapshot divided = SnapshotFile.read(file, maxSegment);
        assertThat(whole.authors().ids().texts().segments().length).isEqualTo(1);
        assertThat(divided.authors().ids().texts().segments().length).isGreaterThan(1);
        assertThat(divided.topics().names().segments().length).isGreaterThan(1);
        assertThat(divided.broader().segments().length > 1).isEqualTo(maxSegment < 5);
        assertThat(Bibliographies.contents(divided)).isEqualTo(Bibliographies.contents(whole));
        SnapshotFile.write(divided, file);
        assertThat(file).hasBinaryContent(intact);
    }

    @Test
    void changesInManySegmentsAreThoseInOne() throws IOException {
        IndexChanges changes = new IndexChanges(
                List.of(Bibliographies.person(2)),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        Bibliographies.paper(0, 2019, List.of(3), 1, 2),
                        Bibliographies.paper(3, 2022, List.of(0, 4), 0, 1, 2)),
                Set.of("paper:p1"));
        IndexSnapshot whole = IndexUpdate.of(SnapshotFile.read(file), changes, 2, "now");
        IndexSnapshot divided = IndexUpdate.of(SnapshotFile.read(file, 4), changes, 2, "now");
        assertThat(Bibliographies.contents(divided)).isEqualTo(Bibliographies.contents(whole));
        SnapshotFile.write(divided, file);
        assertThat(Bibliographies.contents(SnapshotFile.read(file))).isEqualTo(Bibliographies.contents(whole));
    }

    @Test
    void theIntactFileIsRead() throws IOException {
        IndexSnapshot read = SnapshotFile.read(file);
        assertThat(read.papers().count()).isEqualTo(3);
        assertThat(read.topics().ofPapers().size(0)).isEqualTo(2);
    }
}

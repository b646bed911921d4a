package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SegmentedRows in tiny segments have the values that they were given, as rows beyond the length of an array have. */
class IntCsrTests {

    private static IntCsr of(int maxSegment, List<int[]> rows) {
        IntCsr.Builder builder = new IntCsr.Builder(maxSegment);
        rows.forEach(builder::add);
        return builder.build();
    }

    private static int[] row(Random random, int maxSize) {
        return random.ints(random.nextInt(maxSize + 1)).toArray();
    }

    /** Returns random rows, some of them empty, some just as long as a segment and some longer. */
    private static List<int[]> rows(Random random, int maxSegment) {
        List<int[]> rows = new ArrayList<>();
        for (int count = random.nextInt(60); rows.size() < count; ) {
            rows.add(row(random, maxSegment + 2));
        }
        return rows;
    }

    private static void assertHas(IntCsr actual, List<int[]> rows) {
        assertThat(actual.count()).isEqualTo(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            int[] expected = rows.get(row);
            assertThat(actual.get(row)).as("row %d", row).isEqualTo(expected);
            assertThat(actual.size(row)).isEqualTo(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual.array(row)[actual.from(row) + i]).isEqualTo(expected[i]);
            }
        }
    }

    private static int[] joined(List<int[]> rows) {
        return rows.stream().flatMapToInt(Arrays::stream).toArray();
    }

    @Test
    void noRowStraddlesTwoSegments() {
        IntCsr rows = of(
                4,
                List.of(
                        new int[] {1, 2},
                        new int[] {3, 4},
                        new int[0],
                        new int[] {5},
                        new int[] {6, 7, 8, 9, 10},
                        new int[0],
                        new int[] {11},
                        new int[0]));
        assertThat(rows.segments()).isDeepEqualTo(new int[][] {{1, 2, 3, 4}, {5}, {6, 7, 8, 9, 10}, {11}});
        assertThat(rows.get(4)).containsExactly(6, 7, 8, 9, 10);
        assertThat(rows.get(7)).isEmpty();
        assertThat(rows.total()).isEqualTo(11);
        // Start and size of 8 rows and 11 values.
        assertThat(rows.bytes()).isEqualTo(4 * (8 + 8 + 11));
    }

    @Test
    void anEmptyRowNeedsNoSegmentOfItsOwn() {
        IntCsr rows = of(2, List.of(new int[0], new int[] {1, 2, 3}, new int[0], new int[] {4, 5}, new int[0]));
        assertThat(rows.segments()).isDeepEqualTo(new int[][] {{1, 2, 3}, {4, 5}});
        assertThat(of(2, List.of(new int[] {1, 2, 3}, new int[0])).segments()).isDeepEqualTo(new int[][] {{1, 2, 3}});
    }

    @Test
    void noRowsAreOneEmptySegment() {
        IntCsr none = of(4, List.of());
        assertThat(none.count()).isZero();
        assertThat(none.segments()).isDeepEqualTo(new int[1][0]);
        assertThat(none.transposed(2).get(1)).isEmpty();
        assertThat(none.with(2, new Int2ObjectOpenHashMap<>()).get(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 1000})
    void rowsAreThoseThatWereAdded(int maxSegment) {
        for (int seed = 0; seed < 50; seed++) {
            List<int[]> rows = rows(new Random(seed), maxSegment == 1000 ? 5 : maxSegment);
            IntCsr built = of(maxSegment, rows);
            assertHas(built, rows);
            assertThat(Arrays.stream(built.segments())
                            .flatMapToInt(Arrays::stream)
                            .toArray())
                    .isEqualTo(joined(rows));
            for (int[] segment : built.segments()) {
                assertThat(segment.length <= maxSegment || rows.stream().anyMatch(row -> Arrays.equals(row, segment)))
                        .isTrue();
            }
        }
    }

    @Test
    void longRowsAreCollectedInMoreThanOneChunk() {
        List<int[]> rows = IntStream.of(0, 10_000, 16_384, 40_000, 1, 9_999)
                .mapToObj(size -> IntStream.range(size, 2 * size).toArray())
                .toList();
        assertHas(of(SegmentedRows.MAX_SEGMENT, rows), rows);
        assertHas(of(20_000, rows), rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 64})
    void replacedRowsAreThoseThatWereGivenLast(int maxSegment) {
        Random random = new Random(maxSegment);
        List<int[]> expected = rows(random, maxSegment);
        IntCsr rows = of(maxSegment, expected);
        Set<int[][]> written = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int round = 0; round < 80; round++) {
            List<int[]> before = List.copyOf(expected);
            for (int more = random.nextInt(4); more > 0; more--) {
                expected.add(IntArrays.EMPTY_ARRAY);
            }
            Int2ObjectMap<int[]> replaced = new Int2ObjectOpenHashMap<>();
            for (int i = random.nextInt(8); i > 0 && !expected.isEmpty(); i--) {
                int row = random.nextInt(expected.size());
                expected.set(row, row(random, round % 3 == 0 ? 1 : 40));
                replaced.put(row, expected.get(row));
            }
            IntCsr changed = rows.with(expected.size(), replaced);
            assertHas(changed, expected);
            assertHas(rows, before);
            written.add(changed.segments());
            rows = changed;
        }
        // Written in order again more than once, but not for each change.
        assertThat(written).hasSizeBetween(3, 20);
        IntCsr compact = rows.compact();
        assertHas(compact, expected);
        assertThat(Arrays.stream(compact.segments())
                        .flatMapToInt(Arrays::stream)
                        .toArray())
                .isEqualTo(joined(expected));
        assertThat(compact.compact().segments()).isSameAs(compact.segments());
    }

    @Test
    void compactRowsDoNotKeepValuesOfEmptiedOnes() {
        IntCsr rows = of(4, List.of(new int[] {1, 2, 3}, new int[] {4, 5, 6}, new int[] {7}));
        Int2ObjectMap<int[]> replaced = new Int2ObjectOpenHashMap<>();
        replaced.put(0, new int[0]);
        IntCsr compact = rows.with(3, replaced).compact();
        assertThat(compact.segments()).isDeepEqualTo(new int[][] {{4, 5, 6, 7}});
    }

    @Test
    void anOverlayIsAQuarterOfAllWithinLimits() {
        assertThat(SegmentedRows.maxOverlay(0)).isEqualTo(1_024);
        assertThat(SegmentedRows.maxOverlay(8_000)).isEqualTo(2_000);
        assertThat(SegmentedRows.maxOverlay(4L << 31)).isEqualTo(67_108_864);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 1000})
    void theTransposeIsThatOfPlainLists(int maxSegment) {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            int bits = seed % 2 == 0 ? 0 : 12;
            int keptBits = seed % 2 == 0 ? 0 : 2;
            List<int[]> rows = new ArrayList<>();
            List<List<Integer>> expected = new ArrayList<>();
            for (int column = 0; column < 9; column++) {
                expected.add(new ArrayList<>());
            }
            for (int row = 0; row < 40; row++) {
                int[] values = random.ints(random.nextInt(6), 0, 9 << bits).toArray();
                rows.add(values);
                for (int value : values) {
                    expected.get(value / (1 << bits)).add(row * (1 << keptBits) + value % (1 << keptBits));
                }
            }
            IntCsr transposed = of(maxSegment, rows).transposed(9, bits, keptBits);
            assertHas(
                    transposed,
                    expected.stream()
                            .map(list -> list.stream().mapToInt(each -> each).toArray())
                            .toList());
            assertThat(transposed.segments().length == 1).isEqualTo(maxSegment == 1000);
        }
    }
}

package org.invisiblecollege.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * A bottom-k sketch of the three-word shingles of an abstract (Broder 1997, "On the resemblance and containment of
 * documents"). Two sketches estimate how much of one text is contained in the other; the text cannot be recovered, so a sketch
 * may be stored where the abstract may not. Immutable.
 */
public final class ShingleSketch {

    /**
     * The least containment of two versions of one abstract. Between ten abstracts and the 57,394 of the ACL Anthology,
     * versions of one have an estimated containment of 0.57 and more, others of 0.15 and less.
     */
    public static final double MIN_SAME_ABSTRACT = 0.2;

    private static final int SIZE = 128;
    private static final int WORDS_PER_SHINGLE = 3;

    /** The number of distinct shingles of the text. */
    private final int shingles;
    /** The smallest hashes, ascending as unsigned numbers. */
    private final int[] smallest;

    private ShingleSketch(int shingles, int[] smallest) {
        this.shingles = shingles;
        this.smallest = smallest;
    }

    /** Returns the sketch of a text; null if it has fewer than three words. */
    public static @Nullable ShingleSketch of(String text) {
        int[] words = words(Folding.key(text).getBytes(StandardCharsets.UTF_8));
        int count = words.length - WORDS_PER_SHINGLE + 1;
        if (count < 1) {
            return null;
        }
        int[] hashes = new int[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = flip(mix(words[i], words[i + 1], words[i + 2]));
        }
        Arrays.sort(hashes);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        int[] smallest = Arrays.copyOf(hashes, Math.min(SIZE, distinct));
        for (int i = 0; i < smallest.length; i++) {
            smallest[i] = flip(smallest[i]);
        }
        return new ShingleSketch(distinct, smallest);
    }

    /** Returns a hash of each word of a folded text. */
    private static int[] words(byte[] key) {
        int[] words = new int[key.length / 2 + 1];
        int count = 0;
        int start = 0;
        for (int i = 0; i <= key.length; i++) {
            if (i == key.length || key[i] == ' ') {
                words[count++] = MurmurHash3.hash32x86(key, start, i - start, 0);
                start = i + 1;
            }
        }
        return Arrays.copyOf(words, count);
    }

    /** Returns the sketch that {@link #encoded()} wrote. */
    public static ShingleSketch decoded(String encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
        int shingles = bytes.getInt();
        int[] smallest = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(smallest);
        return new ShingleSketch(shingles, smallest);
    }

    /** Returns Base64 of the number of shingles and the smallest hashes, all as big-endian 32-bit integers. */
    public String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (1 + smallest.length));
        bytes.putInt(shingles);
        bytes.asIntBuffer().put(smallest);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** Estimates the share of the shorter text's shingles that the other text has too, 0 to 1. */
    public double containment(ShingleSketch other) {
        int seen = 0;
        int common = 0;
        for (int i = 0, j = 0; seen < SIZE && (i < smallest.length || j < other.smallest.length); seen++) {
            int order = i == smallest.length
                    ? 1
                    : j == other.smallest.length ? -1 : Integer.compareUnsigned(smallest[i], other.smallest[j]);
            if (order == 0) {
                common++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        double resemblance = common / (double) Math.max(1, seen);
        double shared = resemblance * (shingles + other.shingles) / (1 + resemblance);
        return Math.min(1, shared / Math.min(shingles, other.shingles));
    }

    /** Returns whether the two are versions of one abstract. */
    public boolean isSameAbstract(ShingleSketch other) {
        return containment(other) >= MIN_SAME_ABSTRACT;
    }

    /** Combines three hashes, order mattering, and scatters the result by MurmurHash3's finaliser. */
    private static int mix(int first, int second, int third) {
        int h = (first * 31 + second) * 31 + third;
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    /** Maps unsigned to signed order and back. */
    private static int flip(int hash) {
        return hash ^ Integer.MIN_VALUE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShingleSketch that
                && shingles == that.shingles
                && Arrays.equals(smallest, that.smallest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(smallest);
    }
}

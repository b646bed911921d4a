package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts people into blocks; only people with a block in common are compared, which keeps the work near-linear. The blocks
 * of a name are its family name and initial, its first name with each other word, all its letters, and all its words. A
 * block is the hash of its key, so two keys may rarely share one.
 */
public final class Blocking {

    /** The people of a larger block are not compared with each other. */
    static final int MAX_BLOCK_SIZE = 1_000;

    private Blocking() {}

    /** Takes the ordinals of two keys, the smaller one first. */
    @FunctionalInterface
    interface PairConsumer {
        void accept(int left, int right);
    }

    /**
     * Returns the blocks of a person.
     *
     * @param nameKeys folded names
     * @param orcid null where none is known
     */
    public static IntStream blocks(Collection<String> nameKeys, @Nullable String orcid) {
        IntStream ofNames = nameKeys.stream().map(PersonName::ofKey).flatMapToInt(Blocking::blocks);
        return orcid == null ? ofNames : IntStream.concat(ofNames, IntStream.of(block(orcid)));
    }

    static IntStream blocks(PersonName name) {
        List<String> words = name.words();
        List<String> keys = new ArrayList<>();
        keys.add("family " + name.familyAndInitial());
        keys.add("letters " + name.letters());
        keys.add("words " + String.join(" ", words.stream().sorted().toList()));
        if (name.first().length() > 1) {
            for (String word : words.subList(1, words.size())) {
                if (word.length() > 1) {
                    keys.add("first " + name.first() + " " + word);
                }
            }
        }
        return keys.stream().mapToInt(String::hashCode);
    }

    static int block(String orcid) {
        return ("orcid " + orcid).hashCode();
    }

    /** Passes on each pair of keys that have a block in common, once. */
    static void forEachPair(MentionStore mentions, PairConsumer consumer) {
        Int2ObjectLinkedOpenHashMap<IntArrayList> members = new Int2ObjectLinkedOpenHashMap<>();
        for (int ordinal = 0; ordinal < mentions.size(); ordinal++) {
            for (int block : mentions.profile(ordinal).blocks) {
                members.computeIfAbsent(block, (int none) -> new IntArrayList(2))
                        .add(ordinal);
            }
        }
        LongOpenHashSet seen = new LongOpenHashSet();
        for (IntList block : members.values()) {
            for (int i = 0; i < block.size() && block.size() <= MAX_BLOCK_SIZE; i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    if (seen.add(pair(block.getInt(i), block.getInt(j)))) {
                        consumer.accept(block.getInt(i), block.getInt(j));
                    }
                }
            }
        }
    }

    /** Returns one number for two ordinals, whatever their order. */
    static long pair(int left, int right) {
        return ((long) Math.min(left, right) << 32) | Math.max(left, right);
    }
}

package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;

/**
 * Chooses which mentions of a name are compared: all of them as long as there are few, else those that have a co-author, word,
 * venue or reference in common that is not common among them. Every mention is also compared with the next ones, by year,
 * that have the same co-author, however many have; so the work grows with the number of mentions and not with its square.
 */
final class NamesakeCandidates {

    /** So many mentions are all compared. */
    static final int MAX_ALL_COMPARED = 200;
    /** What more mentions share does not make them candidates. */
    static final int MAX_BEARERS = 50;
    /** How many next mentions with a frequent co-author a mention is compared with. */
    static final int NEXT = 10;

    private static final int CO_AUTHOR = 0;
    private static final int WORD = 1;
    private static final int VENUE = 2;
    private static final int ORGANISATION_WORD = 3;
    private static final int REFERENCE = 4;

    private final Long2ObjectOpenHashMap<IntArrayList> bearers = new Long2ObjectOpenHashMap<>();

    private NamesakeCandidates() {}

    /** Passes on each pair once, the earlier mention first. */
    static void forEachPair(List<MentionEvidence> mentions, int maxAllCompared, Blocking.PairConsumer consumer) {
        if (mentions.size() <= maxAllCompared) {
            for (int right = 1; right < mentions.size(); right++) {
                for (int left = 0; left < right; left++) {
                    consumer.accept(left, right);
                }
            }
            return;
        }
        NamesakeCandidates candidates = new NamesakeCandidates();
        for (int i = 0; i < mentions.size(); i++) {
            candidates.add(i, mentions.get(i));
        }
        candidates.forEachPair(consumer);
    }

    private void add(int at, MentionEvidence mention) {
        add(at, CO_AUTHOR, mention.coAuthors);
        add(at, WORD, mention.paper.words());
        add(at, ORGANISATION_WORD, mention.organisationWords);
        add(at, REFERENCE, mention.paper.references());
        add(at, REFERENCE, mention.paper.record());
        if (mention.hasVenue()) {
            add(at, VENUE, mention.paper.venue());
        }
    }

    private void add(int at, int kind, int... ordinals) {
        for (int ordinal : ordinals) {
            bearers.computeIfAbsent((long) kind << 32 | (ordinal & 0xFFFF_FFFFL), (long none) -> new IntArrayList(2))
                    .add(at);
        }
    }

    private void forEachPair(Blocking.PairConsumer consumer) {
        LongOpenHashSet seen = new LongOpenHashSet();
        bearers.long2ObjectEntrySet().fastForEach(entry -> {
            IntArrayList all = entry.getValue();
            boolean isCoAuthor = entry.getLongKey() >> 32 == CO_AUTHOR;
            int next = all.size() <= MAX_BEARERS ? all.size() : isCoAuthor ? NEXT : 0;
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < Math.min(all.size(), i + 1 + next); j++) {
                    if (seen.add(Blocking.pair(all.getInt(i), all.getInt(j)))) {
                        consumer.accept(all.getInt(i), all.getInt(j));
                    }
                }
            }
        });
    }
}

package org.invisiblecollege.ingest.write;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import org.invisiblecollege.ingest.record.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The authors of all papers as flat lists, from which the edges between authors and to organisations are derived: a million
 * papers of 4.5 authors take some 60 MB. An author has the ordinal of its node and a dense index.
 */
final class CoAuthorPairs {

    private final int maxAuthors;
    private final Int2IntOpenHashMap indexOfOrdinal = new Int2IntOpenHashMap();
    private final IntArrayList ordinals = new IntArrayList();
    private final IntArrayList years = new IntArrayList();
    private final IntArrayList counts = new IntArrayList();
    /** The index of a paper's first mention. */
    private final IntArrayList firstMention = new IntArrayList();

    private final IntArrayList mentioned = new IntArrayList();
    /** The index of a mention's first organisation. */
    private final IntArrayList firstOrganisation = new IntArrayList();

    private final IntArrayList organisations = new IntArrayList();

    /** The joint papers of two authors, or the papers of an author at an organisation. */
    static final class Joint {

        private int papers;
        private double fractional;
        private int firstYear;
        private int lastYear;

        private void add(int year, double share) {
            papers++;
            fractional += share;
            if (year > 0) {
                firstYear = firstYear == 0 ? year : Math.min(firstYear, year);
                lastYear = Math.max(lastYear, year);
            }
        }

        int papers() {
            return papers;
        }

        double fractional() {
            return fractional;
        }

        @Nullable Integer firstYear() {
            return firstYear == 0 ? null : firstYear;
        }

        @Nullable Integer lastYear() {
            return lastYear == 0 ? null : lastYear;
        }
    }

    /** @param maxAuthors papers with more authors make no pairs */
    CoAuthorPairs(int maxAuthors) {
        this.maxAuthors = maxAuthors;
    }

    /** Adds an author. */
    void addAuthor(int ordinal, int index) {
        indexOfOrdinal.put(ordinal, index);
        ordinals.add(ordinal);
    }

    int index(int ordinal) {
        return indexOfOrdinal.get(ordinal);
    }

    /**
     * Begins a paper, whose authors follow.
     *
     * @param year 0 where unknown
     * @param authors number of authors, listed or not
     */
    void beginPaper(int year, int authors) {
        years.add(year);
        counts.add(authors);
        firstMention.add(mentioned.size());
    }

    /** Adds an author to the paper, with the ordinals of their organisations. */
    void mention(int ordinal, List<Integer> affiliations) {
        mentioned.add(index(ordinal));
        firstOrganisation.add(organisations.size());
        organisations.addAll(affiliations);
    }

    /** Writes the edges; an edge between authors starts at the smaller id. */
    void derive(List<String> ids, ImportTable<Joint> coAuthor, ImportTable<Joint> affiliatedWith, Progress progress) {
        firstMention.add(mentioned.size());
        firstOrganisation.add(organisations.size());
        int[] start = new int[ordinals.size() + 1];
        mentioned.forEach(index -> start[index + 1]++);
        for (int i = 0; i < ordinals.size(); i++) {
            start[i + 1] += start[i];
        }
        int[] paperOf = new int[mentioned.size()];
        int[] mentionOf = new int[mentioned.size()];
        int[] next = start.clone();
        for (int paper = 0; paper < years.size(); paper++) {
            for (int i = firstMention.getInt(paper); i < firstMention.getInt(paper + 1); i++) {
                int offset = next[mentioned.getInt(i)]++;
                paperOf[offset] = paper;
                mentionOf[offset] = i;
            }
        }
        for (int author = 0; author < ordinals.size(); author++) {
            Int2ObjectOpenHashMap<Joint> coAuthors = new Int2ObjectOpenHashMap<>();
            Int2ObjectOpenHashMap<Joint> affiliations = new Int2ObjectOpenHashMap<>();
            for (int offset = start[author]; offset < start[author + 1]; offset++) {
                int paper = paperOf[offset];
                int year = years.getInt(paper);
                for (int i = firstOrganisation.getInt(mentionOf[offset]);
                        i < firstOrganisation.getInt(mentionOf[offset] + 1);
                        i++) {
                    joint(affiliations, organisations.getInt(i)).add(year, 0);
                }
                int n = counts.getInt(paper);
                if (n > maxAuthors) {
                    continue;
                }
                for (int i = firstMention.getInt(paper); i < firstMention.getInt(paper + 1); i++) {
                    int other = mentioned.getInt(i);
                    if (ids.get(author).compareTo(ids.get(other)) < 0) {
                        joint(coAuthors, other).add(year, 1.0 / (n - 1));
                    }
                }
            }
            int from = ordinals.getInt(author);
            coAuthors.forEach((int other, Joint joint) -> coAuthor.edge(from, ordinals.getInt(other), joint));
            affiliations.forEach((int organisation, Joint joint) -> affiliatedWith.edge(from, organisation, joint));
            progress.at(author, author);
        }
    }

    private static Joint joint(Int2ObjectOpenHashMap<Joint> joints, int key) {
        return joints.computeIfAbsent(key, (int missing) -> new Joint());
    }
}

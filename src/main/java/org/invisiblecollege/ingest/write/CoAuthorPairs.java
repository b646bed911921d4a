package org.invisiblecollege.ingest.write;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.ingest.record.Progress;

/**
 * Who wrote what, as flat lists, to derive the edges between people and to organisations from: 1 M papers of 4.5 authors
 * take some 60 MB. People are numbered as nodes and, densely, as an index.
 */
final class CoAuthorPairs {

    private final int maxAuthors;
    private final Int2IntOpenHashMap indexOfNumber = new Int2IntOpenHashMap();
    private final IntArrayList numbers = new IntArrayList();
    private final IntArrayList years = new IntArrayList();
    private final IntArrayList counts = new IntArrayList();
    /** Where a paper's mentions begin. */
    private final IntArrayList firstMention = new IntArrayList();

    private final IntArrayList mentioned = new IntArrayList();
    /** Where a mention's organisations begin. */
    private final IntArrayList firstOrganisation = new IntArrayList();

    private final IntArrayList organisations = new IntArrayList();

    /** Joint papers of a pair, or papers of a person at an organisation. */
    private static final class Joint {
        int papers;
        double fractional;
        int firstYear;
        int lastYear;

        void add(int year, double share) {
            papers++;
            fractional += share;
            if (year > 0) {
                firstYear = firstYear == 0 ? year : Math.min(firstYear, year);
                lastYear = Math.max(lastYear, year);
            }
        }

        Map<String, Object> row() {
            Map<String, Object> row = new HashMap<>();
            row.put("papers", papers);
            row.put("fractional", fractional);
            if (firstYear > 0) {
                row.put("firstYear", firstYear);
                row.put("lastYear", lastYear);
            }
            return row;
        }
    }

    /** @param maxAuthors papers with more authors make no pairs */
    CoAuthorPairs(int maxAuthors) {
        this.maxAuthors = maxAuthors;
    }

    /** A person, by node and index. */
    void person(int number, int index) {
        indexOfNumber.put(number, index);
        numbers.add(number);
    }

    int index(int number) {
        return indexOfNumber.get(number);
    }

    /**
     * A paper; its authors follow.
     *
     * @param year 0 where unknown
     * @param authors how many there are, listed or not
     */
    void paper(int year, int authors) {
        years.add(year);
        counts.add(authors);
        firstMention.add(mentioned.size());
    }

    /** An author of the paper, with the nodes of their organisations. */
    void author(int number, List<Integer> at) {
        mentioned.add(index(number));
        firstOrganisation.add(organisations.size());
        organisations.addAll(at);
    }

    /** Writes the edges; of a pair the one with the smaller id is the start. */
    void derive(List<String> ids, ImportTable coAuthor, ImportTable affiliatedWith, Progress progress) {
        firstMention.add(mentioned.size());
        firstOrganisation.add(organisations.size());
        int[] start = new int[numbers.size() + 1];
        mentioned.forEach(index -> start[index + 1]++);
        for (int i = 0; i < numbers.size(); i++) {
            start[i + 1] += start[i];
        }
        int[] paperOf = new int[mentioned.size()];
        int[] mentionOf = new int[mentioned.size()];
        int[] next = start.clone();
        for (int paper = 0; paper < years.size(); paper++) {
            for (int i = firstMention.getInt(paper); i < firstMention.getInt(paper + 1); i++) {
                int place = next[mentioned.getInt(i)]++;
                paperOf[place] = paper;
                mentionOf[place] = i;
            }
        }
        for (int person = 0; person < numbers.size(); person++) {
            Int2ObjectOpenHashMap<Joint> pairs = new Int2ObjectOpenHashMap<>();
            Int2ObjectOpenHashMap<Joint> places = new Int2ObjectOpenHashMap<>();
            for (int place = start[person]; place < start[person + 1]; place++) {
                int paper = paperOf[place];
                int year = years.getInt(paper);
                for (int i = firstOrganisation.getInt(mentionOf[place]);
                        i < firstOrganisation.getInt(mentionOf[place] + 1);
                        i++) {
                    joint(places, organisations.getInt(i)).add(year, 0);
                }
                int n = counts.getInt(paper);
                if (n > maxAuthors) {
                    continue;
                }
                for (int i = firstMention.getInt(paper); i < firstMention.getInt(paper + 1); i++) {
                    int other = mentioned.getInt(i);
                    if (ids.get(person).compareTo(ids.get(other)) < 0) {
                        joint(pairs, other).add(year, 1.0 / (n - 1));
                    }
                }
            }
            int from = numbers.getInt(person);
            pairs.forEach((int other, Joint joint) -> coAuthor.edge(from, numbers.getInt(other), joint.row()));
            places.forEach((int organisation, Joint joint) -> affiliatedWith.edge(from, organisation, joint.row()));
            progress.at(person, person);
        }
    }

    private static Joint joint(Int2ObjectOpenHashMap<Joint> joints, int key) {
        return joints.computeIfAbsent(key, (int each) -> new Joint());
    }
}

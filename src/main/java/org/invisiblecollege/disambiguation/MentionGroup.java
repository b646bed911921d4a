package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Mentions of a name that are taken for one person, and what they say together. Grows by others. Not thread-safe. */
final class MentionGroup {

    /** Of the mention that it began with. */
    final int place;

    /** Places of its mentions. */
    final IntArrayList members = new IntArrayList(1);

    final SparseVector titles = new SparseVector();
    final SparseVector venues = new SparseVector();
    final SparseVector organisations = new SparseVector();
    final IntOpenHashSet coAuthors = new IntOpenHashSet(4);
    /** Number of mentions by label. */
    final Map<String, Integer> labels = new TreeMap<>();
    /** Points of the best pair of mentions, by the place of the other group. */
    final Int2DoubleOpenHashMap bestPairs = new Int2DoubleOpenHashMap(4);

    private final IntOpenHashSet papers = new IntOpenHashSet(2);
    private final IntOpenHashSet ids = new IntOpenHashSet(1);
    private final IntOpenHashSet orcids = new IntOpenHashSet(1);

    /** Of the least common name among the mentions. */
    double expected;
    /** 0 where no paper has a year. */
    int firstYear;

    int lastYear;
    /** Changes whenever the group does. */
    int version;

    /** Creates the group of one mention. */
    MentionGroup(int place, MentionEvidence mention) {
        this.place = place;
        members.add(place);
        NamesakeCorpus.Paper paper = mention.paper;
        add(titles, paper.words(), mention.titleWeights);
        add(organisations, mention.organisationWords, mention.organisationWeights);
        if (mention.hasVenue()) {
            venues.add(paper.venue(), mention.venueWeight);
        }
        for (int coAuthor : mention.coAuthors) {
            coAuthors.add(coAuthor);
        }
        if (mention.mention.known() != null) {
            labels.put(mention.mention.known(), 1);
        }
        papers.add(mention.mention.paper());
        addStated(ids, mention.author.id());
        addStated(orcids, mention.author.orcid());
        expected = mention.expected;
        firstYear = paper.year();
        lastYear = paper.year();
    }

    private static void add(SparseVector vector, int[] places, double[] values) {
        for (int i = 0; i < places.length; i++) {
            vector.add(places[i], values[i]);
        }
    }

    private static void addStated(IntOpenHashSet set, int ordinal) {
        if (ordinal != NamesakeCorpus.ABSENT) {
            set.add(ordinal);
        }
    }

    int size() {
        return members.size();
    }

    /** Takes all mentions of another group, which is not to be used any more; its best pairs are left to the caller. */
    void take(MentionGroup other) {
        members.addAll(other.members);
        titles.add(other.titles);
        venues.add(other.venues);
        organisations.add(other.organisations);
        coAuthors.addAll(other.coAuthors);
        other.labels.forEach((label, count) -> labels.merge(label, count, Integer::sum));
        papers.addAll(other.papers);
        ids.addAll(other.ids);
        orcids.addAll(other.orcids);
        expected = Math.min(expected, other.expected);
        if (other.lastYear > 0) {
            firstYear = firstYear == 0 ? other.firstYear : Math.min(firstYear, other.firstYear);
            lastYear = Math.max(lastYear, other.lastYear);
        }
        version++;
    }

    /** Returns the years between the papers of both; 0 if they overlap or years are unknown. */
    int yearsApart(MentionGroup other) {
        return firstYear == 0 || other.firstYear == 0
                ? 0
                : Math.max(0, Math.max(firstYear, other.firstYear) - Math.min(lastYear, other.lastYear));
    }

    // ---- laws

    /** Returns in words what forbids that both are one person; empty if nothing does. */
    String contradiction(MentionGroup other, Set<Set<String>> different) {
        if (areDifferent(ids, other.ids)) {
            return "different ids";
        }
        if (areDifferent(orcids, other.orcids)) {
            return "different ORCIDs";
        }
        if (shareAny(papers, other.papers)) {
            return "both on one paper";
        }
        boolean wasDecided = !different.isEmpty()
                && labels.keySet().stream()
                        .anyMatch(label -> other.labels.keySet().stream()
                                .anyMatch(another ->
                                        !label.equals(another) && different.contains(Set.of(label, another))));
        return wasDecided ? "decided to be different" : "";
    }

    private static boolean areDifferent(IntOpenHashSet left, IntOpenHashSet right) {
        return !left.isEmpty() && !right.isEmpty() && !shareAny(left, right);
    }

    private static boolean shareAny(IntOpenHashSet left, IntOpenHashSet right) {
        IntOpenHashSet fewer = left.size() < right.size() ? left : right;
        IntOpenHashSet more = left.size() < right.size() ? right : left;
        for (int ordinal : fewer) {
            if (more.contains(ordinal)) {
                return true;
            }
        }
        return false;
    }
}

package org.invisiblecollege.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.invisiblecollege.text.Folding;

/** The best matches of a text search among nodes or papers of one kind. For one query; not thread-safe. */
public final class TextMatches {

    /**
     * Orders matches: exact ones first, then by score, then by {@link Match#prominence}, then by name or title.
     */
    public static final Comparator<Match> BEST_FIRST = Comparator.comparing(Match::isExact)
            .thenComparingDouble(Match::score)
            .thenComparingInt(Match::prominence)
            .reversed()
            .thenComparingInt(Match::rank);

    private final int limit;
    private final PriorityQueue<Match> best = new PriorityQueue<>(BEST_FIRST.reversed());
    private int count;

    private TextMatches(int limit) {
        this.limit = limit;
    }

    /**
     * A match.
     *
     * @param ordinal of the node or paper
     * @param isExact whether the folded text is one of its folded names
     * @param prominence number of papers of a node, or of citations of a paper
     * @param rank position in the order of names or titles
     */
    public record Match(int ordinal, boolean isExact, double score, int prominence, int rank) {}

    /**
     * Searches names.
     *
     * @param isTolerant whether similar words match too
     * @param limit how many of the matches are kept
     */
    public static TextMatches ofNames(NameIndex names, String text, boolean isTolerant, int limit) {
        TextMatches matches = new TextMatches(limit);
        names.search(text, isTolerant, matches);
        return matches;
    }

    /** Searches titles, with parameters as of {@link #ofNames}. */
    public static TextMatches ofTitles(PaperTable papers, String text, boolean isTolerant, int limit) {
        TextMatches matches = new TextMatches(limit);
        Titles titles = papers.titles();
        TextQuery query = TextQuery.ofTitles(titles, text);
        TextQuery used = isTolerant ? query.tolerant() : query;
        String key = Folding.key(text);
        used.matching()
                .forEach(paper -> matches.add(
                        paper,
                        used.hasWholeWords(paper) && titles.get(paper).equals(key),
                        used.score(paper),
                        papers.citations()[paper],
                        titles.rank()[paper]));
        return matches;
    }

    void add(int ordinal, boolean isExact, double score, int prominence, int rank) {
        count++;
        if (best.size() < limit) {
            best.add(new Match(ordinal, isExact, score, prominence, rank));
        } else if (limit > 0 && isBetter(best.peek(), isExact, score, prominence, rank)) {
            best.poll();
            best.add(new Match(ordinal, isExact, score, prominence, rank));
        }
    }

    /** Compares before there is an object, since most of many matches are not kept. */
    private static boolean isBetter(Match than, boolean isExact, double score, int prominence, int rank) {
        if (isExact != than.isExact) {
            return isExact;
        }
        if (score != than.score) {
            return score > than.score;
        }
        return prominence != than.prominence ? prominence > than.prominence : rank < than.rank;
    }

    /** Returns the number of all matches. */
    public int count() {
        return count;
    }

    /** Returns the matches that were kept, best first. */
    public List<Match> best() {
        List<Match> sorted = new ArrayList<>(best);
        sorted.sort(BEST_FIRST);
        return sorted;
    }
}

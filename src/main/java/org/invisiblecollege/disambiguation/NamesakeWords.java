package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says the evidence for and against groups of mentions in words and numbers, for decisions and their readers. */
final class NamesakeWords {

    /** So many co-authors, words, venues and organisations are named, those that say most. */
    static final int MAX_NAMED = 5;

    private final NamesakeCorpus corpus;
    private final List<MentionEvidence> mentions;

    NamesakeWords(NamesakeCorpus corpus, List<MentionEvidence> mentions) {
        this.corpus = corpus;
        this.mentions = mentions;
    }

    // ---- one group

    /** Returns what the mentions of a group have in common. */
    List<String> of(MentionGroup group) {
        List<String> words = new ArrayList<>();
        words.add(count(group.size(), "mention"));
        Map<String, Integer> coAuthors = new TreeMap<>();
        Map<String, Integer> organisations = new TreeMap<>();
        Map<String, Integer> venues = new TreeMap<>();
        for (int member : group.members) {
            MentionEvidence mention = mentions.get(member);
            for (int coAuthor : mention.coAuthors) {
                coAuthors.merge(corpus.name(coAuthor), 1, Integer::sum);
            }
            for (int organisation : mention.author.organisations()) {
                organisations.merge(corpus.organisation(organisation), 1, Integer::sum);
            }
            if (mention.hasVenue()) {
                venues.merge(corpus.venue(mention.paper.venue()), 1, Integer::sum);
            }
        }
        addRepeated("co-author", coAuthors, words);
        addRepeated("organisation", organisations, words);
        addRepeated("venue", venues, words);
        if (group.size() > 1) {
            words.add("title words: "
                    + heaviest(group.titles.places(), group.titles::at, corpus::word)
                            .map(corpus::word)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        if (group.lastYear > 0) {
            words.add("years: " + group.firstYear + " to " + group.lastYear);
        }
        return words;
    }

    private static void addRepeated(String what, Map<String, Integer> counts, List<String> words) {
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_NAMED)
                .forEach(entry -> words.add(what + ": " + entry.getKey() + " on " + count(entry.getValue(), "paper")));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    // ---- two groups

    /** Returns what speaks for and against two groups being one person. */
    List<String> of(MentionGroup left, MentionGroup right, double expected, String contradiction) {
        List<String> words = new ArrayList<>();
        words.add(count(left.size(), "mention") + " and " + right.size());
        words.add(String.format(Locale.ROOT, "people expected of this name: %.2f", expected));
        if (!contradiction.isEmpty()) {
            words.add(contradiction);
        }
        IntSet shared = new IntOpenHashSet(left.coAuthors);
        shared.retainAll(right.coAuthors);
        heaviest(shared, corpus::coAuthorWeight, corpus::name)
                .map(coAuthor -> String.format(
                        Locale.ROOT,
                        "shared co-author: %s (weight %.2f)",
                        corpus.name(coAuthor),
                        corpus.coAuthorWeight(coAuthor)))
                .forEach(words::add);
        addCosine("titles alike", left.titles, right.titles, corpus::word, words);
        addCosine("organisations alike", left.organisations, right.organisations, corpus::word, words);
        addCosine("venues alike", left.venues, right.venues, corpus::venue, words);
        int years = left.yearsApart(right);
        if (years > 0) {
            words.add("years apart: " + years);
        }
        return words;
    }

    private static void addCosine(
            String what, SparseVector left, SparseVector right, IntFunction<String> name, List<String> words) {
        if (left.isZero() || right.isZero()) {
            return;
        }
        IntSet shared = new IntOpenHashSet(left.places());
        shared.retainAll(right.places());
        String named = heaviest(shared, place -> left.at(place) * right.at(place), name)
                .map(name::apply)
                .collect(Collectors.joining(", "));
        words.add(String.format(Locale.ROOT, "%s: %.2f", what, left.cosine(right))
                + (named.isEmpty() ? "" : " (" + named + ")"));
    }

    /** Returns the ordinals that weigh most, at most {@link #MAX_NAMED}; of equal ones those first in the alphabet. */
    private static Stream<Integer> heaviest(IntSet ordinals, IntToDoubleFunction weight, IntFunction<String> name) {
        return ordinals.intStream()
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(weight::applyAsDouble)
                        .reversed()
                        .thenComparing(name::apply))
                .limit(MAX_NAMED);
    }
}

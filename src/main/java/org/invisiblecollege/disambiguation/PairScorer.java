package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Scores pairs of keys of one source: the evidence that both are one person, divided by the evidence that their names
 * require. A shared co-author or organisation counts 1/ln(2 + n), n being the number of keys that have it.
 */
final class PairScorer {

    /** The score of a pair with the same ORCID, far above any other. */
    static final double SAME_ORCID = 100;
    /** Pairs with a lower score are not reported as refused. */
    static final double MIN_REFUSAL_SCORE = 0.5;

    /** A family name that more first names go with is not rare. */
    private static final int MAX_RARE_FAMILY = 3;
    /** Between papers by one person under a rare name. */
    private static final int MAX_YEARS_APART = 5;
    /** Up to here a name is uncommon enough for the same name to be one person without evidence. */
    private static final int MAX_NOT_COMMON = 5;

    private final MentionStore mentions;

    /** Two keys, by their ordinals, that have some evidence for being one person. */
    record ScoredPair(int left, int right, NameFit fit, double score) {}

    /** The best fit between the names of two people, and the left person's name that has it. */
    record BestFit(NameFit fit, PersonName name) {}

    PairScorer(MentionStore mentions) {
        this.mentions = mentions;
    }

    /** Returns the best fit between two lists of names; null if none of them fit. */
    static @Nullable BestFit bestFit(List<PersonName> leftNames, List<PersonName> rightNames) {
        BestFit best = null;
        for (PersonName left : leftNames) {
            for (PersonName right : rightNames) {
                NameFit fit = NameFit.of(left, right);
                if (fit != null && (best == null || fit.compareTo(best.fit) < 0)) {
                    best = new BestFit(fit, left);
                }
            }
        }
        return best;
    }

    /** Returns the weight of a shared co-author or organisation that this many keys have. */
    static double weight(int bearers) {
        return 1 / Math.log(2.0 + bearers);
    }

    /** Returns whether some word of one name is a word of the other: a source may give an ORCID to the wrong author. */
    static boolean shareWord(List<PersonName> leftNames, List<PersonName> rightNames) {
        return leftNames.stream().anyMatch(left -> rightNames.stream().anyMatch(left::sharesWordWith));
    }

    static boolean haveDifferentOrcids(KeyProfile left, KeyProfile right) {
        return left.orcid() != null && right.orcid() != null && !Objects.equals(left.orcid(), right.orcid());
    }

    private static boolean haveSameOrcid(KeyProfile left, KeyProfile right) {
        return left.orcid() != null
                && Objects.equals(left.orcid(), right.orcid())
                && shareWord(left.parsedNames, right.parsedNames);
    }

    /** Scores two keys; null if they cannot be one person or there is no evidence. */
    @Nullable ScoredPair score(int leftOrdinal, int rightOrdinal) {
        KeyProfile left = mentions.profile(leftOrdinal);
        KeyProfile right = mentions.profile(rightOrdinal);
        if ((left.hasId && right.hasId)
                || haveDifferentOrcids(left, right)
                || isAmbiguous(left, right)
                || isAmbiguous(right, left)) {
            return null;
        }
        if (haveSameOrcid(left, right)) {
            return new ScoredPair(leftOrdinal, rightOrdinal, NameFit.SAME, SAME_ORCID);
        }
        BestFit best = bestFit(left.parsedNames, right.parsedNames);
        if (best == null) {
            return null;
        }
        double score =
                evidence(left, right) / best.fit.required(mentions.counts().ofFamilyAndInitial(best.name));
        double total = sufficesAlone(best, left, right) ? Math.max(score, 1) : score;
        return total > 0 ? new ScoredPair(leftOrdinal, rightOrdinal, best.fit, total) : null;
    }

    /** Returns whether a name without id is shared by several ids, any of which could be its person. */
    private boolean isAmbiguous(KeyProfile name, KeyProfile person) {
        return !name.hasId
                && person.hasId
                && name.parsedNames.stream().anyMatch(each -> mentions.idsWithLetters(each.letters()) > 1);
    }

    /** Returns whether a name is so rare that its fit needs no evidence. */
    private boolean sufficesAlone(BestFit best, KeyProfile left, KeyProfile right) {
        int commonness = mentions.counts().ofFamilyAndInitial(best.name);
        return switch (best.fit) {
            case SAME -> commonness <= MAX_NOT_COMMON;
            case MIDDLE_NAMES ->
                commonness == 1
                        && mentions.counts().ofFamily(best.name) <= MAX_RARE_FAMILY
                        && Math.max(left.firstYear, right.firstYear) - Math.min(left.lastYear, right.lastYear)
                                <= MAX_YEARS_APART;
            default -> false;
        };
    }

    private double evidence(KeyProfile left, KeyProfile right) {
        double evidence = 0;
        for (int coAuthor : sharedCoAuthors(left, right)) {
            evidence += weight(mentions.keysWithCoAuthor(coAuthor));
        }
        for (String organisation : left.organisations) {
            if (right.organisations.contains(organisation)) {
                evidence += weight(mentions.keysAtOrganisation(organisation));
            }
        }
        return evidence;
    }

    private IntSet sharedCoAuthors(KeyProfile left, KeyProfile right) {
        boolean isFewer = left.coAuthors.size() < right.coAuthors.size();
        IntSet fewer = isFewer ? left.coAuthors : right.coAuthors;
        IntSet more = isFewer ? right.coAuthors : left.coAuthors;
        IntSet shared = new IntOpenHashSet();
        for (int coAuthor : fewer) {
            if (more.contains(coAuthor) && !mentions.isOwner(coAuthor)) {
                shared.add(coAuthor);
            }
        }
        return shared;
    }

    /** Returns the evidence for a pair in words; the same words are stored in the graph. */
    List<String> inWords(ScoredPair pair) {
        KeyProfile left = mentions.profile(pair.left);
        KeyProfile right = mentions.profile(pair.right);
        List<String> words = new ArrayList<>();
        if (haveSameOrcid(left, right)) {
            words.add("same ORCID: " + left.orcid());
        }
        sharedCoAuthors(left, right)
                .intStream()
                .mapToObj(coAuthor -> "shared co-author: " + mentions.nameKey(coAuthor))
                .sorted()
                .forEach(words::add);
        left.organisations.stream()
                .filter(right.organisations::contains)
                .sorted()
                .map(organisation -> "shared organisation: " + organisation)
                .forEach(words::add);
        if (words.isEmpty()) {
            words.add(pair.fit == NameFit.SAME ? "same name, which is rare" : "rare name in the same years");
        }
        return words;
    }
}

package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Set;

/**
 * Weighs the evidence that two mentions of a name, or two groups of them, are one person. Points add up like the logarithms of
 * odds; the weights were rounded by hand, see ADR 22.
 */
final class NamesakeScorer {

    /** Points from which on two mentions that are alone are one person, whatever the treatment. */
    static final double PAIR_REQUIRED = 4;

    private static final double PAIR_BASE = -2.7;
    private static final double PAIR_CO_AUTHORS = 9;
    private static final double PAIR_TITLE_ROOT = 3.5;
    private static final double PAIR_TITLE = 4.5;
    private static final double PAIR_VENUE = 3.5;
    private static final double PAIR_ORGANISATION = 5.5;
    private static final double PAIR_OTHER_ORGANISATION = -1;
    private static final double MIN_PAIR_ORGANISATION = 0.1;
    private static final double PAIR_CITATION = 3;
    private static final double PAIR_REFERENCES = 2;
    private static final double MAX_REFERENCES = 2;
    private static final double PAIR_EXPECTED = -0.65;

    private static final double BASE = -1.55;
    private static final double BEST_PAIR = 0.8;
    private static final double MAX_BEST_PAIR = 6;
    private static final double TITLES = 4.5;
    private static final double VENUES = 1;
    private static final double ORGANISATIONS = 1.5;
    private static final double OTHER_ORGANISATIONS = -1.3;
    private static final double MIN_ORGANISATIONS = 0.15;
    private static final double CO_AUTHORS = 2.5;
    private static final double MAX_CO_AUTHORS = 2;
    private static final double YEAR_APART = -0.025;
    private static final int MAX_YEARS_APART = 20;
    private static final double SMALLER_SIZE = -1;
    private static final double EXPECTED = -0.12;

    /** Added to the number of people expected, so that its logarithm stays finite. */
    private static final double MIN_PEOPLE = 0.01;
    /** The number of people expected at which all treatments agree. */
    private static final double NEUTRAL_EXPECTED = 0.1;

    private final NamesakeCorpus corpus;
    private final NameTreatment treatment;
    private final Set<EvidenceKind> used;
    private final double leastExpected;

    /**
     * Creates a scorer for one name.
     *
     * @param used other kinds of evidence are left out
     * @param leastExpected number of people that the name is known to have
     */
    NamesakeScorer(NamesakeCorpus corpus, NameTreatment treatment, Set<EvidenceKind> used, double leastExpected) {
        this.corpus = corpus;
        this.treatment = treatment;
        this.used = used;
        this.leastExpected = leastExpected;
    }

    private double logExpected(double left, double right) {
        return used.contains(EvidenceKind.PRIOR)
                ? Math.log(Math.max(leastExpected, Math.max(left, right)) + MIN_PEOPLE)
                : Math.log(NEUTRAL_EXPECTED);
    }

    /** Returns the points that a pair needs to join the groups of its mentions: one pair alone is not to join two large ones. */
    static double required(MentionGroup left, MentionGroup right) {
        return PAIR_REQUIRED + Math.log(Math.min(left.size(), right.size()));
    }

    /** Returns the points of two mentions. */
    double pair(MentionEvidence left, MentionEvidence right) {
        double points = PAIR_BASE + PAIR_EXPECTED * logExpected(left.expected, right.expected);
        if (used.contains(EvidenceKind.CO_AUTHORS)) {
            points += PAIR_CO_AUTHORS
                    * Math.min(1, MentionEvidence.shared(left.coAuthors, right.coAuthors, corpus::coAuthorWeight));
        }
        if (used.contains(EvidenceKind.TITLES)) {
            double cosine = left.titleCosine(right);
            points += PAIR_TITLE_ROOT * Math.sqrt(cosine) + PAIR_TITLE * cosine;
        }
        if (used.contains(EvidenceKind.VENUES) && left.hasVenue() && left.paper.venue() == right.paper.venue()) {
            points += PAIR_VENUE * left.venueWeight;
        }
        if (used.contains(EvidenceKind.ORGANISATIONS) && left.hasOrganisation() && right.hasOrganisation()) {
            double cosine = left.organisationCosine(right);
            points += PAIR_ORGANISATION * cosine + (cosine < MIN_PAIR_ORGANISATION ? PAIR_OTHER_ORGANISATION : 0);
        }
        if (used.contains(EvidenceKind.REFERENCES)) {
            points += references(left, right);
        }
        return rounded(points);
    }

    private double references(MentionEvidence left, MentionEvidence right) {
        double shared =
                MentionEvidence.shared(left.paper.references(), right.paper.references(), corpus::referenceWeight);
        return PAIR_REFERENCES * Math.min(MAX_REFERENCES, shared) + (left.isCitedWith(right) ? PAIR_CITATION : 0);
    }

    /**
     * Returns the points of two groups.
     *
     * @param bestPair points of the best pair of mentions
     */
    double groups(MentionGroup left, MentionGroup right, double bestPair) {
        double logExpected = logExpected(left.expected, right.expected);
        double points = BASE
                + BEST_PAIR * Math.clamp(bestPair, -MAX_BEST_PAIR, MAX_BEST_PAIR)
                + SMALLER_SIZE * Math.log(Math.min(left.size(), right.size()))
                + EXPECTED * logExpected
                - treatment.priorWeight * (logExpected - Math.log(NEUTRAL_EXPECTED));
        if (used.contains(EvidenceKind.TITLES)) {
            points += TITLES * left.titles.cosine(right.titles);
        }
        if (used.contains(EvidenceKind.VENUES)) {
            points += VENUES * left.venues.cosine(right.venues);
        }
        if (used.contains(EvidenceKind.ORGANISATIONS)
                && !left.organisations.isZero()
                && !right.organisations.isZero()) {
            double cosine = left.organisations.cosine(right.organisations);
            points += ORGANISATIONS * cosine + (cosine < MIN_ORGANISATIONS ? OTHER_ORGANISATIONS : 0);
        }
        if (used.contains(EvidenceKind.CO_AUTHORS)) {
            points += CO_AUTHORS * Math.min(MAX_CO_AUTHORS, sharedCoAuthors(left, right));
        }
        if (used.contains(EvidenceKind.YEARS)) {
            points += YEAR_APART * Math.min(MAX_YEARS_APART, left.yearsApart(right));
        }
        return rounded(points);
    }

    private double sharedCoAuthors(MentionGroup left, MentionGroup right) {
        boolean isFewer = left.coAuthors.size() < right.coAuthors.size();
        IntOpenHashSet fewer = isFewer ? left.coAuthors : right.coAuthors;
        IntOpenHashSet more = isFewer ? right.coAuthors : left.coAuthors;
        double sum = 0;
        for (int coAuthor : fewer) {
            if (more.contains(coAuthor)) {
                sum += corpus.coAuthorWeight(coAuthor);
            }
        }
        return sum;
    }

    /** Sums that differ only by the order of their terms are to be equal. */
    private static double rounded(double points) {
        return Math.rint(points * 1e6) / 1e6;
    }
}

package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What a paper says about one of its authors, as far as it tells namesakes apart. Arrays of ordinals are ascending. */
final class MentionEvidence {

    /** The same order whatever the order in which papers were added. */
    static final Comparator<MentionEvidence> BY_YEAR = Comparator.comparingInt(
                    (MentionEvidence each) -> each.paper.year())
            .thenComparingInt(each -> each.paper.record())
            .thenComparingInt(each -> each.mention.position())
            .thenComparingInt(each -> each.mention.paper());

    /** A paper with more authors says little about who works with whom. */
    private static final int MAX_AUTHORS = 100;

    final NameMention mention;
    final NamesakeCorpus.Paper paper;
    final NamesakeCorpus.Author author;
    final double expected;
    final int[] coAuthors;
    /** Of the words of the title; a vector of length 1. */
    final double[] titleWeights;

    final int[] organisationWords;
    /** Of the words of the organisations; a vector of length 1. */
    final double[] organisationWeights;

    final double venueWeight;

    /**
     * Reads what the corpus has.
     *
     * @param ownNames ordinals of the names that the mentions to be compared have
     */
    MentionEvidence(NamesakeCorpus corpus, NameMention mention, NamesakeCorpus.Paper paper, IntSet ownNames) {
        this.mention = mention;
        this.paper = paper;
        author = paper.authors().get(mention.position());
        expected = corpus.expected(author.name());
        coAuthors = coAuthors(paper.authors(), ownNames);
        titleWeights = unit(paper.words(), corpus::titleWeight);
        organisationWords = corpus.wordsOfOrganisations(author.organisations());
        organisationWeights = unit(organisationWords, corpus::affiliationWeight);
        venueWeight = paper.venue() == NamesakeCorpus.ABSENT ? 0 : corpus.venueWeight(paper.venue());
    }

    private static int[] coAuthors(List<NamesakeCorpus.Author> authors, IntSet ownNames) {
        return authors.size() > MAX_AUTHORS
                ? new int[0]
                : authors.stream()
                        .mapToInt(NamesakeCorpus.Author::name)
                        .filter(name -> !ownNames.contains(name))
                        .sorted()
                        .distinct()
                        .toArray();
    }

    private static double[] unit(int[] words, IntToDoubleFunction weight) {
        double[] weights = IntStream.of(words).mapToDouble(weight).toArray();
        double norm = Math.sqrt(Arrays.stream(weights).map(each -> each * each).sum());
        return norm == 0
                ? weights
                : Arrays.stream(weights).map(each -> each / norm).toArray();
    }

    boolean hasVenue() {
        return paper.venue() != NamesakeCorpus.ABSENT;
    }

    boolean hasOrganisation() {
        return organisationWords.length > 0;
    }

    double titleCosine(MentionEvidence other) {
        return product(paper.words(), titleWeights, other.paper.words(), other.titleWeights);
    }

    double organisationCosine(MentionEvidence other) {
        return product(organisationWords, organisationWeights, other.organisationWords, other.organisationWeights);
    }

    /** Returns whether one of the two papers cites the other. */
    boolean isCitedWith(MentionEvidence other) {
        return Arrays.binarySearch(paper.references(), other.paper.record()) >= 0
                || Arrays.binarySearch(other.paper.references(), paper.record()) >= 0;
    }

    private static double product(int[] left, double[] leftWeights, int[] right, double[] rightWeights) {
        double product = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] < right[j]) {
                i++;
            } else if (left[i] > right[j]) {
                j++;
            } else {
                product += leftWeights[i++] * rightWeights[j++];
            }
        }
        return product;
    }

    /** Returns the sum of the weights of what two ascending arrays have in common. */
    static double shared(int[] left, int[] right, IntToDoubleFunction weight) {
        double sum = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] < right[j]) {
                i++;
            } else if (left[i] > right[j]) {
                j++;
            } else {
                sum += weight.applyAsDouble(left[i++]);
                j++;
            }
        }
        return sum;
    }
}

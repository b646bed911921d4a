package org.invisiblecollege.bibliometrics;

import java.util.List;
import org.invisiblecollege.network.EntityRef;

/**
 * A paper similar to another one, and why.
 *
 * @param paper id
 * @param score sum of the four similarities, 0 to 4
 * @param topicSimilarity cosine of the topic vectors, each topic weighted by ln(N/s), where s of all N papers are on it
 * @param authorSimilarity |A∩B|/√(|A|·|B|) of the listed authors
 * @param referenceSimilarity |A∩B|/√(|A|·|B|) of what both cite (Kessler 1963)
 * @param textSimilarity share of the shorter abstract's three-word shingles that occur in the other one, estimated
 *     (Broder 1997); 0 if either paper has no abstract
 * @param sharedTopics those that contribute most to the similarity first
 * @param sharedAuthors by folded name
 */
public record RelatedPaper(
        String paper,
        double score,
        double topicSimilarity,
        double authorSimilarity,
        double referenceSimilarity,
        double textSimilarity,
        List<EntityRef> sharedTopics,
        List<EntityRef> sharedAuthors,
        int sharedReferences) {}

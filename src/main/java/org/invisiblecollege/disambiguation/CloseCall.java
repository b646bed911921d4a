package org.invisiblecollege.disambiguation;

import java.util.List;

/**
 * Two clusters of a name that almost were one person.
 *
 * @param left place of the larger cluster in {@link NameSplit#clusters}
 * @param right place of the other
 * @param evidence for and against, in words and numbers
 * @param score the odds that they are one person, divided by the odds required; 1 or more where ids, ORCIDs, a common paper or
 *     an earlier decision forbid it
 */
public record CloseCall(int left, int right, List<String> evidence, double score) {

    public CloseCall {
        evidence = List.copyOf(evidence);
    }
}

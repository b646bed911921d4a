package org.invisiblecollege.disambiguation;

import java.util.List;

/**
 * Mentions of one name that are one person.
 *
 * @param mentions by year, at least one
 * @param labels of the people known before who are in it, the one with most mentions first; empty if all are newcomers
 * @param evidence what its mentions have in common, in words and numbers; empty where the name has one cluster only
 */
public record NamesakeCluster(List<NameMention> mentions, List<String> labels, List<String> evidence) {

    public NamesakeCluster {
        mentions = List.copyOf(mentions);
        labels = List.copyOf(labels);
        evidence = List.copyOf(evidence);
    }
}

package org.invisiblecollege.disambiguation;

import java.util.List;

/**
 * The people behind one name.
 *
 * @param expected how many people are to be expected behind the name, see {@link ExpectedPeople}
 * @param clusters the largest first
 * @param closeCalls pairs of clusters that almost were one, the closest first
 * @param comparisons number of pairs of mentions that were compared
 */
public record NameSplit(double expected, List<NamesakeCluster> clusters, List<CloseCall> closeCalls, int comparisons) {

    public NameSplit {
        clusters = List.copyOf(clusters);
        closeCalls = List.copyOf(closeCalls);
    }
}

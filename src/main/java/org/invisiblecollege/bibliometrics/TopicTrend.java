package org.invisiblecollege.bibliometrics;

import java.util.List;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.YearCount;

/**
 * How the share of papers on a topic changed.
 *
 * @param papers papers on it in the window
 * @param papersBefore papers on it in as many years before
 * @param growth ((x+½)/(n+1)) / ((y+½)/(m+1)), where x of n papers of the window and y of m papers before are on it: 2 is
 *     twice the share, however much the corpus grows
 * @param significance z of the pooled test whether two proportions are equal (Fleiss, Levin, Paik 2003, section 3.2); above
 *     1.96, chance alone would cause as large a change in fewer than 5 of 100 topics
 */
public record TopicTrend(
        EntityRef topic, List<YearCount> activity, int papers, int papersBefore, double growth, double significance) {}

package org.invisiblecollege.mining;

/**
 * A phrase that recurs in titles and abstracts.
 *
 * @param key its words in normal form, separated by spaces
 * @param label its most frequent spelling
 * @param papers number of papers that contain it
 * @param cValue termhood, see {@link TermMiner}
 */
public record MinedTerm(String key, String label, int papers, double cValue) {}

package org.invisiblecollege.network;

/**
 * The papers of one year.
 *
 * @param share of the papers of that year in the same selection
 */
public record YearCount(int year, int papers, double share) {}

package org.invisiblecollege.mining;

/**
 * A phrase that recurs.
 *
 * @param key its words in normal form, separated by spaces
 * @param label the spelling of the most places
 * @param papers in which it stands
 * @param cValue how much of a term it is, see {@link TermMiner}
 */
public record MinedTerm(String key, String label, int papers, double cValue) {}

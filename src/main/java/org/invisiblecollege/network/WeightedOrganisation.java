package org.invisiblecollege.network;

/**
 * An organisation and its share of some papers.
 *
 * @param papers that count
 * @param weight of these papers, counted fractionally by their number of organisations
 */
public record WeightedOrganisation(EntityRef organisation, int papers, double weight) {}

package org.invisiblecollege.network;

/**
 * An organisation in some respect.
 *
 * @param papers that count
 * @param weight of these, counted fractionally by the number of organisations they are from
 */
public record WeightedOrganisation(EntityRef organisation, int papers, double weight) {}

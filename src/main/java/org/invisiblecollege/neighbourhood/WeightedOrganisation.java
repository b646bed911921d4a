package org.invisiblecollege.neighbourhood;

import org.invisiblecollege.network.NamedUnit;

/**
 * An organisation that works on something.
 *
 * @param papers of it
 * @param weight Σ 1/m over these, where a paper is from m organisations
 */
public record WeightedOrganisation(NamedUnit organisation, int papers, double weight) {}

package org.invisiblecollege.disambiguation;

/** How the mentions of one name in a source without ids become people. */
public enum NameTreatment {
    /** All are one person, unless ids, ORCIDs or a common paper say otherwise. */
    TOGETHER(0, Double.NEGATIVE_INFINITY),
    /** A name is split only where little speaks for one person: few people are torn, some namesakes stay one. */
    RELUCTANT(0.5, -0.8),
    /** Tearing a person counts as much as taking two for one. */
    BALANCED(0.25, 0.5);

    /** How much more evidence a common name needs, and a rare one less. */
    final double priorWeight;
    /** Points that two clusters need to be one person. */
    final double required;

    NameTreatment(double priorWeight, double required) {
        this.priorWeight = priorWeight;
        this.required = required;
    }
}

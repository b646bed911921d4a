package org.invisiblecollege.disambiguation;

/** What may speak for or against two mentions of a name being one person. */
enum EvidenceKind {
    CO_AUTHORS,
    TITLES,
    ORGANISATIONS,
    VENUES,
    REFERENCES,
    YEARS,
    /** How many people are to be expected behind the name. */
    PRIOR
}

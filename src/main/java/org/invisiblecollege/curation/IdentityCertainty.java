package org.invisiblecollege.curation;

/**
 * How sure it is that the papers of an author are one person's.
 *
 * @param basis what says so
 * @param namesakes number of other authors who are shown under the same name, without regard to case and diacritics
 */
public record IdentityCertainty(Basis basis, int namesakes) {

    /** What says that papers are one person's. */
    public enum Basis {
        /** An ORCID or the id of a source. */
        IDS,
        /** Evidence that a rule weighed or a curator saw: against another person, or for taking two names for one. */
        EVIDENCE,
        /** The name alone. */
        NAME_ALONE
    }
}

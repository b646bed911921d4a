package org.invisiblecollege.ingest.source.acl;

import org.jspecify.annotations.Nullable;

/** Says whom a mention means, as far as the Anthology does. */
interface AnthologyPeople {

    /** Knows nobody: every mention has its name alone. */
    AnthologyPeople UNKNOWN = (name, explicitId) -> Person.UNKNOWN;

    /**
     * A person whom a mention means.
     *
     * @param id null where the name alone says who it is
     * @param orcid that the Anthology knows of the person; null if none
     * @param canonicalName that the Anthology shows the person under; null if it lists none
     * @param isUndefined whether the mention has an id that the Anthology does not know
     */
    record Person(
            @Nullable String id,
            @Nullable String orcid,
            @Nullable String canonicalName,
            boolean isUndefined) {

        static final Person UNKNOWN = new Person(null, null, null, false);
    }

    /**
     * Returns the person of a mention.
     *
     * @param explicitId the id in the mention; null if it has none
     */
    Person of(WrittenName name, @Nullable String explicitId);
}

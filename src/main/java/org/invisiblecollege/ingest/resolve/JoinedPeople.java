package org.invisiblecollege.ingest.resolve;

import org.invisiblecollege.disambiguation.PersonLink;

/**
 * A person of the source who was linked with a person of other sources.
 *
 * @param id that the person would have without the link; it leads to the other person
 */
public record JoinedPeople(String id, PersonLink link) {}

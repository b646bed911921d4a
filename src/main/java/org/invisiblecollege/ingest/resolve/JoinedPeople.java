package org.invisiblecollege.ingest.resolve;

import org.invisiblecollege.disambiguation.PersonLink;

/**
 * People of a source who are someone of another one.
 *
 * @param id what they would be called were they nobody else; leads to who they are
 * @param link who they are, and why
 */
public record JoinedPeople(String id, PersonLink link) {}

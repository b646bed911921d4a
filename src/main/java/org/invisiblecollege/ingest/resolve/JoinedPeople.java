package org.invisiblecollege.ingest.resolve;

import org.invisiblecollege.disambiguation.CrossSourceLinker;

/**
 * People of a source who are someone of another one.
 *
 * @param id what they would be called were they nobody else; leads to who they are
 * @param found who they are, and why
 */
public record JoinedPeople(String id, CrossSourceLinker.Found found) {}

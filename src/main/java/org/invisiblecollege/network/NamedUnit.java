package org.invisiblecollege.network;

/** Something of the index by id and name. */
public record NamedUnit(String id, String name) {}

package org.invisiblecollege.graphql.batch;

/** A parent and the arguments with which one of its fields was asked for. */
public record FieldKey<P, A>(P parent, A arguments) {}

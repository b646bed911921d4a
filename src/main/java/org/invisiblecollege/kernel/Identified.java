package org.invisiblecollege.kernel;

/** Something with an id, unique within its kind. */
public interface Identified {

    String id();
}

package org.invisiblecollege.kernel;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A part of a question that names things of the graph by id.
 *
 * @param <Q> the type itself
 */
public interface NamesIds<Q> {

    /** Returns all ids it names. */
    List<String> ids();

    /** Returns the same with other ids for the same things. */
    Q withIds(UnaryOperator<String> id);
}

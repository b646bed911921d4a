/** Venues: reading them from the graph. */
@NullMarked
package org.invisiblecollege.venue;

import org.jspecify.annotations.NullMarked;

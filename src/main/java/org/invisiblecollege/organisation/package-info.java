/** Organisations: reading them from the graph. */
@NullMarked
package org.invisiblecollege.organisation;

import org.jspecify.annotations.NullMarked;

/** Papers: reading them from the graph and selecting them by a filter. */
@NullMarked
package org.invisiblecollege.paper;

import org.jspecify.annotations.NullMarked;

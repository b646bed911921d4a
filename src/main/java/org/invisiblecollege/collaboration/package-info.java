/** Which authors write together, and which organisations and countries publish together: networks, paths, lists of co-authors. */
@NullMarked
package org.invisiblecollege.collaboration;

import org.jspecify.annotations.NullMarked;

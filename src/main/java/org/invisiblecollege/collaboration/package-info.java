/**
 * Who works with whom: co-authors and collaboration networks.
 */
@NullMarked
package org.invisiblecollege.collaboration;

import org.jspecify.annotations.NullMarked;

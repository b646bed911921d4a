/** What the graph holds, counted, and where it came from. */
@NullMarked
package org.invisiblecollege.summary;

import org.jspecify.annotations.NullMarked;

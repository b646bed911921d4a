/** External ids of the graph's nodes: DOIs, ORCIDs, ROR ids and ids of sources. */
@NullMarked
package org.invisiblecollege.externalid;

import org.jspecify.annotations.NullMarked;

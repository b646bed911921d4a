/**
 * What others call the things of the graph: DOIs, ORCIDs, ROR ids and ids of sources.
 */
@NullMarked
package org.invisiblecollege.externalid;

import org.jspecify.annotations.NullMarked;

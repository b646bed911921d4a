/**
 * Loads that a running service does in the background: what clients may have read, and what waits for its turn.
 */
@NullMarked
package org.invisiblecollege.ingest.jobs;

import org.jspecify.annotations.NullMarked;

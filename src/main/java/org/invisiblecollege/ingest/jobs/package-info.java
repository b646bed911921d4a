/**
 * Background loads of a running service: which files clients may have it read, and the queue of loads that wait.
 */
@NullMarked
package org.invisiblecollege.ingest.jobs;

import org.jspecify.annotations.NullMarked;

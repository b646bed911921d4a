/** The records that sources yield, how they are rejected, and the progress of reading them. */
@NullMarked
package org.invisiblecollege.ingest.record;

import org.jspecify.annotations.NullMarked;

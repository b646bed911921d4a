/**
 * Reads and writes the bundled records below seeds/.
 */
@NullMarked
package org.invisiblecollege.ingest.source.seeds;

import org.jspecify.annotations.NullMarked;

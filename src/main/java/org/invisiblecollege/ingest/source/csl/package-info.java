/** Reads CSL-JSON, the items of citation processors. */
@NullMarked
package org.invisiblecollege.ingest.source.csl;

import org.jspecify.annotations.NullMarked;

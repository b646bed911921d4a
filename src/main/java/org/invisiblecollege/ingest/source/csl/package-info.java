/** CSL-JSON, the items of citation processors, as a source. */
@NullMarked
package org.invisiblecollege.ingest.source.csl;

import org.jspecify.annotations.NullMarked;

/** Tables of papers in CSV as a source. */
@NullMarked
package org.invisiblecollege.ingest.source.csv;

import org.jspecify.annotations.NullMarked;

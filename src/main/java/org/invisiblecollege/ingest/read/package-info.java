/** Reads files of any source: bounded lines, CSV rows, compressed streams and the text of fields. */
@NullMarked
package org.invisiblecollege.ingest.read;

import org.jspecify.annotations.NullMarked;

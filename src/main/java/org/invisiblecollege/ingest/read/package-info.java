/** Reads files of any format: bounded lines and records, CSV rows, compressed streams and the text of fields. */
@NullMarked
package org.invisiblecollege.ingest.read;

import org.jspecify.annotations.NullMarked;

/** Formats that write one field a line behind a tag: RIS, MEDLINE, Web of Science's plain text and EndNote's Refer. */
@NullMarked
package org.invisiblecollege.ingest.source.tagged;

import org.jspecify.annotations.NullMarked;

/** BibTeX libraries as a source. */
@NullMarked
package org.invisiblecollege.ingest.source.bibtex;

import org.jspecify.annotations.NullMarked;

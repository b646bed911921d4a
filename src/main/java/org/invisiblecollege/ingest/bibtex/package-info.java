/** BibTeX libraries as a source. */
@NullMarked
package org.invisiblecollege.ingest.bibtex;

import org.jspecify.annotations.NullMarked;

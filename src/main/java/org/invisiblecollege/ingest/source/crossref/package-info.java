/** Reads what Crossref's API answers, and items of its dumps. */
@NullMarked
package org.invisiblecollege.ingest.source.crossref;

import org.jspecify.annotations.NullMarked;

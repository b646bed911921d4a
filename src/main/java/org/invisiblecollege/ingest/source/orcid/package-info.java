/** Reads the works of ORCID records. */
@NullMarked
package org.invisiblecollege.ingest.source.orcid;

import org.jspecify.annotations.NullMarked;

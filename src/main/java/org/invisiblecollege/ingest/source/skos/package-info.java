/** Reads vocabularies in SKOS. */
@NullMarked
package org.invisiblecollege.ingest.source.skos;

import org.jspecify.annotations.NullMarked;

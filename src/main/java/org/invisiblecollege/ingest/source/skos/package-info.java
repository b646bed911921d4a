/** Vocabularies in SKOS as a source. */
@NullMarked
package org.invisiblecollege.ingest.source.skos;

import org.jspecify.annotations.NullMarked;

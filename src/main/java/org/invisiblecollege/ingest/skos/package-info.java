/** Vocabularies in SKOS as a source. */
@NullMarked
package org.invisiblecollege.ingest.skos;

import org.jspecify.annotations.NullMarked;

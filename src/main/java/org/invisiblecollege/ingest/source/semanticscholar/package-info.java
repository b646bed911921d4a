/** Reads papers as Semantic Scholar's APIs and data sets give them. */
@NullMarked
package org.invisiblecollege.ingest.source.semanticscholar;

import org.jspecify.annotations.NullMarked;

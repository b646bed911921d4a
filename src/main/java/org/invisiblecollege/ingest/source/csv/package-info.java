/** Reads tables of papers in CSV. */
@NullMarked
package org.invisiblecollege.ingest.source.csv;

import org.jspecify.annotations.NullMarked;

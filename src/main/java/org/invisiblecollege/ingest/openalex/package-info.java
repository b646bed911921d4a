/**
 * OpenAlex as a source: answers of its interface, single works, arrays and JSON Lines, gzipped or not. What a file holds
 * is told by its content, and only works become records.
 */
@NullMarked
package org.invisiblecollege.ingest.openalex;

import org.jspecify.annotations.NullMarked;

/**
 * OpenAlex as a source: answers of its interface, single entities, arrays, JSON Lines and tables of merged ids, gzipped or
 * not. What a file holds is told by its content. Works, authors, institutions, topics and concepts become records, merged
 * and deleted ones withdrawals.
 */
@NullMarked
package org.invisiblecollege.ingest.source.openalex;

import org.jspecify.annotations.NullMarked;

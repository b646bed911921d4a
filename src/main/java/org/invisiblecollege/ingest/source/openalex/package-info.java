/**
 * Reads OpenAlex: responses of its API, single entities, arrays, JSON Lines and tables of merged ids, gzipped or not. The
 * content of a file decides how it is read. Works, authors, institutions, topics and concepts become records, merged and
 * deleted ones withdrawals.
 */
@NullMarked
package org.invisiblecollege.ingest.source.openalex;

import org.jspecify.annotations.NullMarked;

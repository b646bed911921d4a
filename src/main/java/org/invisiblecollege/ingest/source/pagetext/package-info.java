/**
 * Reads the saved texts of pages: profile, similar papers, listing, daily papers, abstracts.
 */
@NullMarked
package org.invisiblecollege.ingest.source.pagetext;

import org.jspecify.annotations.NullMarked;

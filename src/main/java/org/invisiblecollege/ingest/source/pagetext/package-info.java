/**
 * Page texts as a source: profile, similar papers, listing, daily papers, abstracts.
 */
@NullMarked
package org.invisiblecollege.ingest.source.pagetext;

import org.jspecify.annotations.NullMarked;

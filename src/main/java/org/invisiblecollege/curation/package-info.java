/**
 * Curators' decisions about the identity of authors: merging, splitting, hiding, and undoing each of them. Decisions outlast
 * loading a source again.
 */
@NullMarked
package org.invisiblecollege.curation;

import org.jspecify.annotations.NullMarked;

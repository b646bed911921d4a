/**
 * What curators decide of people: who is one person and who is not, who is not shown, and the way back. Their word stands
 * when a source is loaded again.
 */
@NullMarked
package org.invisiblecollege.curation;

import org.jspecify.annotations.NullMarked;

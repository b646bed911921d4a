/**
 * Terms that recur in the corpus and are in no vocabulary: how they are found, and what curators make of them.
 */
@NullMarked
package org.invisiblecollege.mining;

import org.jspecify.annotations.NullMarked;

/**
 * Terms that recur in the papers and are in no vocabulary: how they are mined and reviewed.
 */
@NullMarked
package org.invisiblecollege.mining;

import org.jspecify.annotations.NullMarked;

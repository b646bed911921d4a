/**
 * Which topics stand together: topic neighbourhoods.
 */
@NullMarked
package org.invisiblecollege.neighbourhood;

import org.jspecify.annotations.NullMarked;

/**
 * Which topics stand together: topic neighbourhoods.
 */
@NullMarked
package org.invisiblecollege.topicnetwork;

import org.jspecify.annotations.NullMarked;

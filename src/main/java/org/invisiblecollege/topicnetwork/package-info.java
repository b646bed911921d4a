/** Which topics occur together: topic neighbourhoods. */
@NullMarked
package org.invisiblecollege.topicnetwork;

import org.jspecify.annotations.NullMarked;

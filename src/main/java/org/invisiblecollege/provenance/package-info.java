/** The sources of the data: source records and reported metrics. */
@NullMarked
package org.invisiblecollege.provenance;

import org.jspecify.annotations.NullMarked;

/** Which source said what: source records and reported metrics. */
@NullMarked
package org.invisiblecollege.provenance;

import org.jspecify.annotations.NullMarked;

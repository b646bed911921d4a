/** Indicators of authors, papers and topics: trends, experts, novelty, related papers, suggested collaborators. */
@NullMarked
package org.invisiblecollege.bibliometrics;

import org.jspecify.annotations.NullMarked;

/** One search for authors, papers, organisations, topics and venues. */
@NullMarked
package org.invisiblecollege.search;

import org.jspecify.annotations.NullMarked;

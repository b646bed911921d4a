/** One search for authors, papers, organisations and topics. */
@NullMarked
package org.invisiblecollege.search;

import org.jspecify.annotations.NullMarked;

/**
 * Serves the pages for a browser: the explorer and GraphiQL.
 */
@NullMarked
package org.invisiblecollege.explorer;

import org.jspecify.annotations.NullMarked;

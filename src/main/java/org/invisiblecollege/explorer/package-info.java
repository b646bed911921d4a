/**
 * Serves the pages for a browser: the start page and GraphiQL.
 */
@NullMarked
package org.invisiblecollege.explorer;

import org.jspecify.annotations.NullMarked;

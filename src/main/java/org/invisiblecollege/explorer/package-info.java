/**
 * The pages for a browser: start page and GraphiQL.
 */
@NullMarked
package org.invisiblecollege.explorer;

import org.jspecify.annotations.NullMarked;

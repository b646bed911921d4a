/** Relay connections and their cursors. */
@NullMarked
package org.invisiblecollege.graphql.cursor;

import org.jspecify.annotations.NullMarked;

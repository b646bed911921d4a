/** Controllers of authors. */
@NullMarked
package org.invisiblecollege.graphql.author;

import org.jspecify.annotations.NullMarked;

/** Who may ask for which field, and what of it is recorded. */
@NullMarked
package org.invisiblecollege.graphql.access;

import org.jspecify.annotations.NullMarked;

/** Maps exceptions to GraphQL errors with a stable code. */
@NullMarked
package org.invisiblecollege.graphql.error;

import org.jspecify.annotations.NullMarked;

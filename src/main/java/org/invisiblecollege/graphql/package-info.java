/** The GraphQL API. Sub-packages hold controllers, data loaders, cursors, limits and errors; this one wires them. */
@NullMarked
package org.invisiblecollege.graphql;

import org.jspecify.annotations.NullMarked;

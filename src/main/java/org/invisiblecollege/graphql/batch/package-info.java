/** Data loaders: entities by id, and fields with arguments, one statement for a level of parents. */
@NullMarked
package org.invisiblecollege.graphql.batch;

import org.jspecify.annotations.NullMarked;

/** Data loaders of entities by id and of fields with arguments; each sends one statement for a level of parents. */
@NullMarked
package org.invisiblecollege.graphql.batch;

import org.jspecify.annotations.NullMarked;

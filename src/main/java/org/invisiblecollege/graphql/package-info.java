/**
 * GraphQL: controllers, batching, paging, limits, errors.
 */
@NullMarked
package org.invisiblecollege.graphql;

import org.jspecify.annotations.NullMarked;

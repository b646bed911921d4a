/** Limits of requests and responses: depth, size, time, and how many large responses are computed at once. */
@NullMarked
package org.invisiblecollege.graphql.limit;

import org.jspecify.annotations.NullMarked;

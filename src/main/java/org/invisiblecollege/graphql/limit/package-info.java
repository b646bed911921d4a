/** Limits of requests and answers: depth, size, time, and how many large answers are made at once. */
@NullMarked
package org.invisiblecollege.graphql.limit;

import org.jspecify.annotations.NullMarked;

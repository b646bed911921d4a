/** Controllers of papers, organisations, topics and sources, and of look-ups over all kinds. */
@NullMarked
package org.invisiblecollege.graphql.entity;

import org.jspecify.annotations.NullMarked;

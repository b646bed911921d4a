/** Look-ups and lists of papers, organisations, topics and sources, and the fields of each. */
@NullMarked
package org.invisiblecollege.graphql.entity;

import org.jspecify.annotations.NullMarked;

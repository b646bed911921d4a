/** Mutations: loading, curation, mined topics and API keys. */
@NullMarked
package org.invisiblecollege.graphql.change;

import org.jspecify.annotations.NullMarked;

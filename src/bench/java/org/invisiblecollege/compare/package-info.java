/** Measures this service side by side with Cypher and with a GraphQL API that is generated from a schema. */
@NullMarked
package org.invisiblecollege.compare;

import org.jspecify.annotations.NullMarked;

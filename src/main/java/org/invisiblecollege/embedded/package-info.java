/**
 * The Neo4j that runs in this process when no other is named; the only room that knows its server API.
 */
@NullMarked
package org.invisiblecollege.embedded;

import org.jspecify.annotations.NullMarked;

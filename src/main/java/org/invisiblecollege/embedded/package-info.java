/**
 * Runs Neo4j in this process if no server is configured, and reads its store for the index. No other room knows Neo4j's server
 * API.
 */
@NullMarked
package org.invisiblecollege.embedded;

import org.jspecify.annotations.NullMarked;

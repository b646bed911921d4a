/**
 * Decides who may change the graph, by API keys that are stored as hashes.
 */
@NullMarked
package org.invisiblecollege.access;

import org.jspecify.annotations.NullMarked;

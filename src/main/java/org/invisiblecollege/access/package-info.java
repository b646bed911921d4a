/**
 * Who may change the graph: API keys, kept as hashes.
 */
@NullMarked
package org.invisiblecollege.access;

import org.jspecify.annotations.NullMarked;

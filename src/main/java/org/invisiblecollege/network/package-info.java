/**
 * The one shape of every network answer, and the rules by which nodes and edges are kept. Knows no database.
 */
@NullMarked
package org.invisiblecollege.network;

import org.jspecify.annotations.NullMarked;

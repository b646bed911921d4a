/**
 * Networks of nodes and edges as answers have them, the rules by which nodes and edges stay, and what is computed from a
 * network: paths, communities, centralities, positions, topics. A tie is a pair of nodes with joint papers; an edge is a tie in
 * an answer. Knows no database.
 */
@NullMarked
package org.invisiblecollege.network;

import org.jspecify.annotations.NullMarked;

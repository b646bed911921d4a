/**
 * The version of the graph and its change log, from which every copy of the service learns what any process wrote.
 */
@NullMarked
package org.invisiblecollege.changelog;

import org.jspecify.annotations.NullMarked;

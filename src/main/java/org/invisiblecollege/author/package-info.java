/** Authors: reading them from the graph, their names and their indicators. */
@NullMarked
package org.invisiblecollege.author;

import org.jspecify.annotations.NullMarked;

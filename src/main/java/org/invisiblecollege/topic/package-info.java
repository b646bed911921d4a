/** Topics: reading them from the graph, their hierarchy, and finding their labels in texts. */
@NullMarked
package org.invisiblecollege.topic;

import org.jspecify.annotations.NullMarked;

/** How questions and answers travel: who asks, over which channel, and what need not be sent again. */
@NullMarked
package org.invisiblecollege.graphql.transport;

import org.jspecify.annotations.NullMarked;

/** Networks of authors, organisations and topics, paths between authors, and networks as files. */
@NullMarked
package org.invisiblecollege.graphql.network;

import org.jspecify.annotations.NullMarked;

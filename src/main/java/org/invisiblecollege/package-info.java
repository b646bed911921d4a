/** A knowledge graph of scholarship: papers, authors, organisations and topics. */
@NullMarked
package org.invisiblecollege;

import org.jspecify.annotations.NullMarked;

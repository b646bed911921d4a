/** The vocabularies that a load knows, and the topics found in the text of its records. */
@NullMarked
package org.invisiblecollege.ingest.topics;

import org.jspecify.annotations.NullMarked;

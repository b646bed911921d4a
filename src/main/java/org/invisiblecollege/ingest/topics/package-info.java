/** The vocabularies of a load, and the topics found in the texts of its records. */
@NullMarked
package org.invisiblecollege.ingest.topics;

import org.jspecify.annotations.NullMarked;

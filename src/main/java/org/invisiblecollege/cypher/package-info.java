/**
 * Cypher statements as files, their execution through the driver, and the migrations of the schema.
 */
@NullMarked
package org.invisiblecollege.cypher;

import org.jspecify.annotations.NullMarked;

/**
 * Cypher statements as files, their execution through the driver, and the schema migrations.
 */
@NullMarked
package org.invisiblecollege.cypher;

import org.jspecify.annotations.NullMarked;

/**
 * The bundled records under seeds/ as sources, and the converter that makes them from page texts.
 */
@NullMarked
package org.invisiblecollege.ingest.source.seeds;

import org.jspecify.annotations.NullMarked;

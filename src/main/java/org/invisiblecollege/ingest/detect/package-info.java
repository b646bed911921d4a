/**
 * The formats there are, by name: finds files, tells what they are, opens them.
 */
@NullMarked
package org.invisiblecollege.ingest.detect;

import org.jspecify.annotations.NullMarked;

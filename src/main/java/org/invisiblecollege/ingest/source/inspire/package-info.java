/** Reads literature records of INSPIRE, the information system of high energy physics. */
@NullMarked
package org.invisiblecollege.ingest.source.inspire;

import org.jspecify.annotations.NullMarked;

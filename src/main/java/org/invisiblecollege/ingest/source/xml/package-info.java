/** Reads bibliographies in XML: PubMed's, EndNote's and DBLP's. */
@NullMarked
package org.invisiblecollege.ingest.source.xml;

import org.jspecify.annotations.NullMarked;

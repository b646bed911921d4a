/** Writers of networks for other programs: VOSviewer, Gephi (GEXF), GraphML, Cytoscape, tables. */
@NullMarked
package org.invisiblecollege.export;

import org.jspecify.annotations.NullMarked;

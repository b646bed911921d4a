/**
 * Networks as files of other programs: VOSviewer, Gephi (GEXF), GraphML, Cytoscape, tables. Knows neither the graph nor the
 * web.
 */
@NullMarked
package org.invisiblecollege.export;

import org.jspecify.annotations.NullMarked;

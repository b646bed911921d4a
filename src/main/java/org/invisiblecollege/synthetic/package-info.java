/**
 * Bibliographies made from a seed, of any size, in the format of OpenAlex: people in research groups who publish, move and
 * cite, with the truth about who is who. For measuring what real files are too small, or too little known, to measure.
 */
@NullMarked
package org.invisiblecollege.synthetic;

import org.jspecify.annotations.NullMarked;

/**
 * Generates bibliographies of any size from a seed, in the format of OpenAlex: people in research groups publish, move and
 * cite, and a second file says which person each author is. Benchmarks use them where real files are too small or their
 * authors are not known for certain.
 */
@NullMarked
package org.invisiblecollege.synthetic;

import org.jspecify.annotations.NullMarked;

/** Makes spellings of names, titles and abstracts comparable: folding, keys, search queries and sketches. */
@NullMarked
package org.invisiblecollege.text;

import org.jspecify.annotations.NullMarked;

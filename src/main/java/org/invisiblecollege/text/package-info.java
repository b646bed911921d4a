/** Folding, normalisation and fingerprints of text: what makes two spellings of a name, title or abstract comparable. */
@NullMarked
package org.invisiblecollege.text;

import org.jspecify.annotations.NullMarked;

/**
 * Name keys and abstract fingerprints: what makes two records one.
 */
@NullMarked
package org.invisiblecollege.disambiguation;

import org.jspecify.annotations.NullMarked;

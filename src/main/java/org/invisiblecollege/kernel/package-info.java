/**
 * What every room may know: errors, dates, ids. Knows only the JDK.
 */
@NullMarked
package org.invisiblecollege.kernel;

import org.jspecify.annotations.NullMarked;

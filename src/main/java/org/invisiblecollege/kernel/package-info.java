/**
 * Types that every room may know: errors, pages, dates. Knows only the JDK.
 */
@NullMarked
package org.invisiblecollege.kernel;

import org.jspecify.annotations.NullMarked;

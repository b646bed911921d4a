/**
 * Organisations: what they are and how they are looked up.
 */
@NullMarked
package org.invisiblecollege.organisation;

import org.jspecify.annotations.NullMarked;

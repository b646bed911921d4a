/** Requests of a client that means harm, and what they cost the service. */
@NullMarked
package org.invisiblecollege.hostile;

import org.jspecify.annotations.NullMarked;

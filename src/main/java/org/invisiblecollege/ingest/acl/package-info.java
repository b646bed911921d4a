/** The ACL Anthology's XML as a source. */
@NullMarked
package org.invisiblecollege.ingest.acl;

import org.jspecify.annotations.NullMarked;

/** The ACL Anthology's XML as a source. */
@NullMarked
package org.invisiblecollege.ingest.source.acl;

import org.jspecify.annotations.NullMarked;

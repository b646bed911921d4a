/** Reads the ACL Anthology's XML. */
@NullMarked
package org.invisiblecollege.ingest.source.acl;

import org.jspecify.annotations.NullMarked;

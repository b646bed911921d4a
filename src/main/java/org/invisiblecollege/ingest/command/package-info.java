/** The command line of ingest: which source, what progress looks like, where rejections go. */
@NullMarked
package org.invisiblecollege.ingest.command;

import org.jspecify.annotations.NullMarked;

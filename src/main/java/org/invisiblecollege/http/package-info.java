/**
 * What stands before every request over HTTP: which hosts it may be meant for, and what is a GraphQL request at all.
 */
@NullMarked
package org.invisiblecollege.http;

import org.jspecify.annotations.NullMarked;

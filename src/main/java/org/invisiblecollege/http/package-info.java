/**
 * Filters every HTTP request: by the host it is meant for, and by the form of a GraphQL request.
 */
@NullMarked
package org.invisiblecollege.http;

import org.jspecify.annotations.NullMarked;

package org.invisiblecollege.access;

import java.time.Instant;
import org.invisiblecollege.kernel.Identified;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or refused.
 *
 * @param caller id of the key or token; null if none was shown, or a wrong one
 * @param callerName name of the key or token at that time
 * @param address network address that the request came from
 * @param action name of the mutation, or what was refused
 * @param arguments arguments of the mutation as JSON, cut to {@value AuditLog#MAX_ARGUMENTS_LENGTH} characters; null if none
 * @param outcome DONE, or the code of the error
 */
public record AuditEntry(
        String id,
        Instant at,
        @Nullable String caller,
        String callerName,
        Role role,
        String address,
        String action,
        @Nullable String arguments,
        String outcome)
        implements Identified {}

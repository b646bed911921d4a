package org.invisiblecollege.graphql.access;

import java.util.List;
import org.invisiblecollege.access.ApiKey;
import org.invisiblecollege.access.ApiKeys;
import org.invisiblecollege.access.AuditEntry;
import org.invisiblecollege.access.AuditLog;
import org.invisiblecollege.access.CreatedApiKey;
import org.invisiblecollege.access.Role;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Creates, lists and revokes API keys, and reads the audit log. */
@Controller
class AccessController {

    private final ApiKeys keys;
    private final AuditLog log;

    AccessController(ApiKeys keys, AuditLog log) {
        this.keys = keys;
        this.log = log;
    }

    @MutationMapping
    CreatedApiKey createApiKey(@Argument String label, @Argument Role role, @Argument @Nullable Integer validDays) {
        return keys.create(label, role, validDays);
    }

    @MutationMapping
    boolean revokeApiKey(@Argument String id) {
        return keys.revoke(id);
    }

    @QueryMapping
    List<ApiKey> apiKeys() {
        return keys.all();
    }

    @QueryMapping
    Connection<AuditEntry> auditLog(Paging paging) {
        return paging.connection(log.newest(paging.request()));
    }
}

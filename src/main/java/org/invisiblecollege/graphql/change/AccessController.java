package org.invisiblecollege.graphql.change;

import org.invisiblecollege.access.ApiKeys;
import org.invisiblecollege.access.CreatedApiKey;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Creates and revokes API keys. */
@Controller
class AccessController {

    private final ApiKeys keys;

    AccessController(ApiKeys keys) {
        this.keys = keys;
    }

    @MutationMapping
    CreatedApiKey createApiKey(@Argument String label) {
        return keys.create(label);
    }

    @MutationMapping
    boolean revokeApiKey(@Argument String id) {
        return keys.revoke(id);
    }
}

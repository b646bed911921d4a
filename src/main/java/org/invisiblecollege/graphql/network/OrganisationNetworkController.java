package org.invisiblecollege.graphql.network;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.collaboration.OrganisationNetwork;
import org.invisiblecollege.collaboration.OrganisationNode;
import org.invisiblecollege.collaboration.OrganisationQuestion;
import org.invisiblecollege.graphql.batch.Country;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.organisation.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves networks of organisations or countries that publish together. */
@Controller
class OrganisationNetworkController {

    private final NetworkQueries queries;

    OrganisationNetworkController(NetworkQueries queries) {
        this.queries = queries;
    }

    @QueryMapping
    OrganisationNetwork organisationNetwork(@Argument OrganisationQuestion input) {
        return queries.organisations(input);
    }

    @SchemaMapping
    @Nullable CompletableFuture<Organisation> organisation(
            OrganisationNode node,
            DataFetchingEnvironment environment,
            DataLoader<String, Organisation> organisationById) {
        return node.isCountry()
                ? null
                : EntityRefs.organisation(new EntityRef(node.id(), node.name()), environment, organisationById);
    }

    @SchemaMapping
    @Nullable Country country(OrganisationNode node) {
        return node.isCountry() ? Country.of(node.id(), node.name()) : null;
    }

    @SchemaMapping
    CompletableFuture<?> entity(
            OrganisationNode node,
            DataFetchingEnvironment environment,
            DataLoader<String, Organisation> organisationById) {
        return node.isCountry()
                ? CompletableFuture.completedFuture(country(node))
                : EntityRefs.organisation(new EntityRef(node.id(), node.name()), environment, organisationById);
    }
}

package org.invisiblecollege.graphql.network;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.dataloader.DataLoader;
import org.invisiblecollege.collaboration.Collaborations;
import org.invisiblecollege.collaboration.OrganisationNetwork;
import org.invisiblecollege.collaboration.OrganisationNode;
import org.invisiblecollege.collaboration.OrganisationQuestion;
import org.invisiblecollege.graphql.batch.CanonicalIds;
import org.invisiblecollege.graphql.batch.EntityRefs;
import org.invisiblecollege.index.Countries;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Limits;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.paper.PaperFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Which organisations, or countries, publish together. */
@Controller
class OrganisationNetworkController {

    private final Collaborations collaborations;
    private final CanonicalIds canonical;

    OrganisationNetworkController(Collaborations collaborations, CanonicalIds canonical) {
        this.collaborations = collaborations;
        this.canonical = canonical;
    }

    /** The input as the schema has it. */
    record Input(
            List<String> organisations,
            List<String> keep,
            OrganisationQuestion.Level level,
            int depth,
            @Nullable PaperFilter within,
            Counting counting,
            double minWeight,
            int minPapers,
            int maxNodes,
            int maxEdges,
            double resolution)
            implements NetworkInput {

        static Input of(OrganisationQuestion question) {
            return new Input(
                    question.organisations(),
                    question.keep(),
                    question.level(),
                    question.limits().depth(),
                    question.within(),
                    question.counting(),
                    question.minWeight(),
                    question.minPapers(),
                    question.limits().maxNodes(),
                    question.limits().maxEdges(),
                    question.resolution());
        }

        /** Ids of organisations; a country has one only here. */
        List<String> ids() {
            List<String> all = new ArrayList<>();
            if (level == OrganisationQuestion.Level.ORGANISATION) {
                all.addAll(organisations);
                all.addAll(keep);
            }
            return all;
        }

        OrganisationQuestion question(UnaryOperator<String> id) {
            UnaryOperator<String> own = level == OrganisationQuestion.Level.ORGANISATION ? id : each -> country(each);
            return new OrganisationQuestion(
                    organisations.stream().map(own).toList(),
                    keep.stream().map(own).toList(),
                    level,
                    within == null ? null : within.withIds(id),
                    counting,
                    minWeight,
                    minPapers,
                    new Limits(depth, maxNodes, maxEdges),
                    resolution);
        }

        /** A bare code will do. */
        private static String country(String asked) {
            return asked.startsWith(Countries.KIND) ? asked : Countries.KIND + asked.toUpperCase(Locale.ROOT);
        }
    }

    /** A country by its ISO 3166-1 alpha-2 code. */
    record Country(String id, String label, String code) {}

    @QueryMapping
    OrganisationNetwork organisationNetwork(@Argument Input input) {
        return canonical.with(input.ids(), input.within, id -> collaborations.organisations(input.question(id)));
    }

    @SchemaMapping
    @Nullable CompletableFuture<Organisation> organisation(
            OrganisationNode node,
            DataFetchingFieldSelectionSet selected,
            DataLoader<String, Organisation> organisationById) {
        return node.isCountry() ? null : EntityRefs.organisation(node.id(), node.name(), selected, organisationById);
    }

    @SchemaMapping
    @Nullable Country country(OrganisationNode node) {
        return node.isCountry()
                ? new Country(node.id(), node.name(), node.id().substring(Countries.KIND.length()))
                : null;
    }

    @SchemaMapping
    CompletableFuture<?> entity(
            OrganisationNode node,
            DataFetchingFieldSelectionSet selected,
            DataLoader<String, Organisation> organisationById) {
        return node.isCountry()
                ? CompletableFuture.completedFuture(country(node))
                : EntityRefs.organisation(node.id(), node.name(), selected, organisationById);
    }
}

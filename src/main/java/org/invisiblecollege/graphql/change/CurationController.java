package org.invisiblecollege.graphql.change;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.author.Authors;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.curation.Curation;
import org.invisiblecollege.curation.IdentityCandidate;
import org.invisiblecollege.curation.IdentityCertainty;
import org.invisiblecollege.curation.IdentityDecision;
import org.invisiblecollege.externalid.Identifiers;
import org.invisiblecollege.graphql.batch.Batches;
import org.invisiblecollege.index.LiveIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves the identity of authors and changes to it. */
@Controller
class CurationController {

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final Curation curation;
    private final LiveIndex index;
    private final VersionedGraph versions;
    private final Authors authors;
    private final Identifiers identifiers;

    CurationController(
            Curation curation, LiveIndex index, VersionedGraph versions, Authors authors, Identifiers identifiers) {
        this.curation = curation;
        this.index = index;
        this.versions = versions;
        this.authors = authors;
        this.identifiers = identifiers;
    }

    /** The identity of an author, by the author's id. */
    record AuthorIdentity(String author) {}

    @MutationMapping
    List<Curation.Change> mergeAuthors(@Argument List<String> authors, @Argument @Nullable String reason) {
        return shown(curation.merge(own(authors), reason));
    }

    @MutationMapping
    Curation.Change splitAuthor(
            @Argument String author, @Argument List<String> papers, @Argument @Nullable String reason) {
        return shown(curation.split(own(List.of(author)).getFirst(), own(papers), reason));
    }

    @MutationMapping
    Curation.Change markDifferent(@Argument List<String> authors, @Argument @Nullable String reason) {
        return shown(curation.markDifferent(own(authors), reason));
    }

    @MutationMapping
    Curation.Change suppressAuthor(@Argument String author, @Argument @Nullable String reason) {
        return shown(curation.suppress(own(List.of(author)).getFirst(), reason));
    }

    @MutationMapping
    Curation.Change setAuthorName(@Argument String author, @Argument String name, @Argument @Nullable String reason) {
        return shown(curation.setName(own(List.of(author)).getFirst(), name, reason));
    }

    @MutationMapping
    Curation.Change hideVariant(@Argument String author, @Argument String variant, @Argument @Nullable String reason) {
        return shown(curation.hideVariant(own(List.of(author)).getFirst(), variant, reason));
    }

    @MutationMapping
    Curation.Change undoDecision(@Argument String id) {
        return shown(curation.undo(id));
    }

    /** Waits for the index to include the change, so that the next query shows it. */
    private <T> T shown(T change) {
        try {
            index.await(versions.current(), MAX_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return change;
    }

    /** Replaces external ids, but not merged ones: a client that asks for a change of one has not seen the merge. */
    private List<String> own(List<String> asked) {
        Map<String, String> resolved = identifiers.resolve(asked);
        return asked.stream().map(id -> resolved.getOrDefault(id, id)).toList();
    }

    @SchemaMapping(typeName = "IdentityChange")
    @Nullable CompletableFuture<@Nullable Author> author(
            Curation.Change change, DataLoader<String, @Nullable Author> authorById) {
        return change.author() == null ? null : authorById.load(change.author());
    }

    @BatchMapping
    Map<Author, List<String>> formerIds(List<Author> of) {
        return Batches.lists(of, Author::id, authors::formerIds);
    }

    @BatchMapping
    Map<Author, AuthorIdentity> identity(List<Author> of) {
        Map<Author, AuthorIdentity> identities = new HashMap<>();
        of.forEach(author -> identities.put(author, new AuthorIdentity(author.id())));
        return identities;
    }

    @BatchMapping(typeName = "AuthorIdentity")
    Map<AuthorIdentity, List<IdentityDecision>> decisions(List<AuthorIdentity> of) {
        return Batches.lists(of, AuthorIdentity::author, curation::decisions);
    }

    @BatchMapping(typeName = "AuthorIdentity")
    Map<AuthorIdentity, IdentityCertainty> certainty(List<AuthorIdentity> of) {
        return Batches.each(of, AuthorIdentity::author, curation::certainty);
    }

    @BatchMapping(typeName = "AuthorIdentity")
    Map<AuthorIdentity, List<String>> hiddenVariants(List<AuthorIdentity> of) {
        return Batches.lists(of, AuthorIdentity::author, curation::hiddenVariants);
    }

    @BatchMapping(typeName = "AuthorIdentity")
    Map<AuthorIdentity, List<IdentityCandidate>> candidates(List<AuthorIdentity> of) {
        return Batches.lists(of, AuthorIdentity::author, curation::candidates);
    }

    @SchemaMapping
    CompletableFuture<Author> author(IdentityCandidate candidate, DataLoader<String, Author> authorById) {
        return authorById.load(candidate.author());
    }
}

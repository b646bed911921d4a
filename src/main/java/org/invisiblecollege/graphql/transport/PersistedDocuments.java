package org.invisiblecollege.graphql.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;

/**
 * Finds the document of a request that names it by an id. Besides trusted ones these are documents that clients registered by
 * sending them once together with their SHA-256, as Apollo's automatic persisted queries do. Thread-safe.
 */
final class PersistedDocuments implements PreparsedDocumentProvider {

    /** Length of all registered documents together, in characters. */
    private static final int MAX_REGISTERED = 2_000_000;

    private static final int MAX_ID_LENGTH = 200;

    private final TrustedDocuments trusted;
    private final boolean isTrustedOnly;
    private final PreparsedDocumentProvider parsed;
    private final Cache<String, String> registered = Caffeine.newBuilder()
            .maximumWeight(MAX_REGISTERED)
            .weigher((String id, String document) -> document.length())
            .build();

    /** @param parsed parses documents, or knows those that were parsed */
    PersistedDocuments(TrustedDocuments trusted, boolean isTrustedOnly, PreparsedDocumentProvider parsed) {
        this.trusted = trusted;
        this.isTrustedOnly = isTrustedOnly;
        this.parsed = parsed;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        String id = id(input.getExtensions());
        boolean isWithoutDocument = input.getQuery().equals(PersistedQuerySupport.PERSISTED_QUERY_MARKER);
        if (isWithoutDocument && id != null) {
            return named(id, input, parse);
        }
        String document = input.getQuery();
        if (isTrustedOnly && !trusted.contains(document)) {
            return refused(
                    "DOCUMENT_NOT_TRUSTED",
                    "Only documents that this service knows are answered; have this one added to college.graphql.operations.directory.");
        }
        if (id == null) {
            return parsed.getDocumentAsync(input, parse);
        }
        if (!id.equals(TrustedDocuments.id(document))) {
            return refused("PERSISTED_QUERY_HASH_MISMATCH", "The hash is not the SHA-256 of the document.");
        }
        return parsed.getDocumentAsync(input, parse).thenApply(entry -> {
            if (!entry.hasErrors()) {
                registered.put(id, document);
            }
            return entry;
        });
    }

    private CompletableFuture<PreparsedDocumentEntry> named(
            String id, ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        String document = trusted.find(id);
        if (document == null && !isTrustedOnly) {
            document = registered.getIfPresent(id);
        }
        if (document == null) {
            // Clients know this message, and send the document with its hash next.
            return refused("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
        }
        String found = document;
        return parsed.getDocumentAsync(input.transform(builder -> builder.query(found)), parse);
    }

    private static @Nullable String id(Map<String, Object> extensions) {
        return extensions.get("persistedQuery") instanceof Map<?, ?> persisted
                        && persisted.get("sha256Hash") instanceof String id
                        && id.length() <= MAX_ID_LENGTH
                ? id
                : null;
    }

    private static CompletableFuture<PreparsedDocumentEntry> refused(String code, String message) {
        GraphQLError error = GraphqlErrorBuilder.newError()
                .message("%s", message)
                .errorType(ErrorType.BAD_REQUEST)
                .extensions(Map.of("code", code))
                .build();
        return CompletableFuture.completedFuture(new PreparsedDocumentEntry(error));
    }
}

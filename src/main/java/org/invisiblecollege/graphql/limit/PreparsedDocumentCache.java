package org.invisiblecollege.graphql.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Caches valid documents, so that a document sent again is neither parsed nor validated. Thread-safe. */
public final class PreparsedDocumentCache implements PreparsedDocumentProvider {

    /** Length of all cached documents together; a parsed document takes about a hundred bytes for each character. */
    private static final int MAX_CHARACTERS = 200_000;

    private final Cache<String, PreparsedDocumentEntry> known = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String document, PreparsedDocumentEntry parsed) -> document.length())
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        PreparsedDocumentEntry entry = known.getIfPresent(input.getQuery());
        if (entry == null) {
            entry = parse.apply(input);
            if (!entry.hasErrors()) {
                known.put(input.getQuery(), entry);
            }
        }
        return CompletableFuture.completedFuture(entry);
    }
}

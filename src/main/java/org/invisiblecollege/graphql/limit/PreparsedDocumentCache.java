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

    private final int maxDigits;

    private final Cache<String, PreparsedDocumentEntry> known = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String document, PreparsedDocumentEntry parsed) -> document.length())
            .build();

    /** @param maxDigits digits in a row that a document has at most */
    public PreparsedDocumentCache(int maxDigits) {
        this.maxDigits = maxDigits;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        PreparsedDocumentEntry entry = known.getIfPresent(input.getQuery());
        if (entry == null) {
            int digits = longestNumber(input.getQuery());
            if (digits > maxDigits) {
                return CompletableFuture.completedFuture(new PreparsedDocumentEntry(
                        RequestLimits.exceeded("Digits of a number", digits, maxDigits, "limits.max-digits")
                                .getUnderlyingErrors()));
            }
            entry = parse.apply(input);
            if (!entry.hasErrors()) {
                known.put(input.getQuery(), entry);
            }
        }
        return CompletableFuture.completedFuture(entry);
    }

    /** Returns how many digits a document has in a row. */
    private static int longestNumber(String document) {
        int longest = 0;
        int length = 0;
        for (int i = 0; i < document.length(); i++) {
            char character = document.charAt(i);
            length = character >= '0' && character <= '9' ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}

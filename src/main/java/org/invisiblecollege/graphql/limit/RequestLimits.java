package org.invisiblecollege.graphql.limit;

import graphql.ErrorType;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.ErrorKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits what a request may say, before it costs anything to answer.
 *
 * @param maxCharacters characters of a document
 * @param maxTokens words and signs of a document
 * @param maxDigits digits in a row; the time to read a number grows with the square of them
 * @param maxFragments fragments that a document defines; validation compares them with each other
 * @param maxAliases fields with a name of their own, where they are written
 * @param maxDirectives directives, where they are written
 * @param maxFields fields and spreads of an operation once its fragments are spread
 * @param maxRepeatedFields fields that a selection has already; validation compares each with each
 * @param maxNameLength characters of a name; an alias is repeated with each value
 * @param maxIdLength characters of an id
 * @param maxTextLength characters of any other text
 * @param maxListLength items of a list
 * @param maxSubscriptions subscriptions of all clients at the same time
 */
@ConfigurationProperties("college.graphql.limits")
public record RequestLimits(
        @DefaultValue("100000") int maxCharacters,
        @DefaultValue("15000") int maxTokens,
        @DefaultValue("400") int maxDigits,
        @DefaultValue("100") int maxFragments,
        @DefaultValue("500") int maxAliases,
        @DefaultValue("200") int maxDirectives,
        @DefaultValue("10000") int maxFields,
        @DefaultValue("500") int maxRepeatedFields,
        @DefaultValue("200") int maxNameLength,
        @DefaultValue("200") int maxIdLength,
        @DefaultValue("1000") int maxTextLength,
        @DefaultValue("500") int maxListLength,
        @DefaultValue("200") int maxSubscriptions) {

    private static final String PREFIX = "college.graphql.";

    /**
     * Returns the error of a request beyond a limit.
     *
     * @param what the request has too much of, as the subject of a sentence with a plural
     * @param asked how much it has; at least so much if counting ended early
     * @param setting name of the property below {@code college.graphql}
     */
    static AbortExecutionException exceeded(String what, long asked, long allowed, String setting) {
        return new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                .message("%s", message(what, asked, allowed, setting))
                .errorType(ErrorType.ExecutionAborted)
                .extensions(extensions(what, asked, allowed, setting))
                .build()));
    }

    /** Returns what {@link #exceeded} returns, for a request that is no GraphQL operation. */
    static DomainException exceededByFile(String what, long asked, long allowed, String setting) {
        Map<String, Object> properties = new HashMap<>(extensions(what, asked, allowed, setting));
        return new DomainException(
                ErrorKind.INVALID,
                String.valueOf(properties.remove("code")),
                message(what, asked, allowed, setting),
                properties);
    }

    private static String message(String what, long asked, long allowed, String setting) {
        return "%s: %d were asked for and %d are allowed; ask for less, or raise %s%s."
                .formatted(what, asked, allowed, PREFIX, setting);
    }

    private static Map<String, Object> extensions(String what, long asked, long allowed, String setting) {
        return Map.of(
                "code",
                "LIMIT_EXCEEDED",
                "limit",
                what,
                "asked",
                asked,
                "allowed",
                allowed,
                "setting",
                PREFIX + setting);
    }

    /** Returns the error of one more subscription than there may be. */
    public DomainException tooManySubscriptions() {
        return new DomainException(
                ErrorKind.NOT_READY,
                "LIMIT_EXCEEDED",
                "%d subscriptions are open, and no more are allowed; try again later, or raise %slimits.max-subscriptions."
                        .formatted(maxSubscriptions, PREFIX),
                Map.of(
                        "limit",
                        "Subscriptions",
                        "asked",
                        maxSubscriptions + 1,
                        "allowed",
                        maxSubscriptions,
                        "setting",
                        PREFIX + "limits.max-subscriptions"));
    }

    /** Refuses more of something than is allowed. */
    static void check(String what, long asked, long allowed, String setting) {
        if (asked > allowed) {
            throw exceeded(what, asked, allowed, setting);
        }
    }
}

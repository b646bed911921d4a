package org.invisiblecollege.graphql.limit;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.micrometer.context.ContextRegistry;
import org.invisiblecollege.kernel.Cancellation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Ends requests that take too long, or that nobody waits for, with one error. Parsing, validation, execution and the database
 * count. The thread of a request waits for the answer, which a virtual one does at no cost; if it returned before, the
 * container would dispatch the request a second time, through all filters, to write the answer.
 */
public final class AnswerTime implements WebGraphQlInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerTime.class);

    private static final String KEY = Cancellation.class.getName();

    static {
        // All threads that fetch fields are bound.
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(KEY, Cancellation::bound, Cancellation::bind, Cancellation::unbind);
    }

    private final RunningRequests requests;

    public AnswerTime(RunningRequests requests) {
        this.requests = requests;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(
                context -> Mono.justOrEmpty(requests.<@Nullable WebGraphQlResponse, RuntimeException>run(
                        request.getAttributes()::get, cancellation -> answer(request, chain, context, cancellation))));
    }

    private @Nullable WebGraphQlResponse answer(
            WebGraphQlRequest request, Chain chain, ContextView context, Cancellation cancellation) {
        // The engine then fetches no further field.
        request.configureExecutionInput((input, builder) -> {
            cancellation.onCancel(input::cancel);
            return input;
        });
        WebGraphQlResponse answer = null;
        try {
            answer = chain.next(request)
                    .contextWrite(Context.of(context).put(KEY, cancellation))
                    .block(requests.timeout().plus(RunningRequests.MAX_END));
        } catch (RuntimeException e) {
            Cancellation.Reason reason = cancellation.reason();
            if (reason == null) {
                throw e;
            }
            if (isGivenUp(e)) {
                LOG.warn("A request went on for {} after it was cancelled and is given up", RunningRequests.MAX_END);
            } else {
                LOG.debug("A cancelled request has failed: reason={}", reason, e);
            }
        }
        Cancellation.Reason reason = cancellation.reason();
        return reason == null || (answer != null && answer.getErrors().isEmpty())
                ? answer
                : ended(request, error(reason, request.getDocument()));
    }

    /** Reactor has no type of its own for the failure of a block that takes too long. */
    private static boolean isGivenUp(RuntimeException failure) {
        return failure instanceof IllegalStateException
                && String.valueOf(failure.getMessage()).startsWith("Timeout on blocking read");
    }

    private static WebGraphQlResponse ended(WebGraphQlRequest request, GraphQLError error) {
        ExecutionInput input = request.toExecutionInput();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                input,
                ExecutionResult.newExecutionResult().data(null).addError(error).build()));
    }

    private GraphQLError error(Cancellation.Reason reason, String document) {
        Cancelled cancelled = requests.told(reason);
        // The word alone may be part of a name; the sentence then says nothing wrong.
        String changes = document.contains("mutation") ? " Changes that were made before stay." : "";
        return GraphqlErrorBuilder.newError()
                .message("%s%s", cancelled.message(), changes)
                .errorType(ErrorType.ExecutionAborted)
                .extensions(cancelled.extensions())
                .build();
    }
}

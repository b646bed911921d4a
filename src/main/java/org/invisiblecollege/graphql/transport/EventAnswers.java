package org.invisiblecollege.graphql.transport;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers subscriptions with streams of events; a refusal is a stream of one event, and keeps its code. */
@Component
@ConditionalOnWebApplication
class EventAnswers extends GraphQlSseHandler {

    EventAnswers(WebGraphQlHandler handler, GraphQlProperties properties) {
        super(handler, properties.getHttp().getSse().getTimeout(), keepAlive(properties));
    }

    private static @Nullable Duration keepAlive(GraphQlProperties properties) {
        return properties.getHttp().getSse().getKeepAlive();
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> response) {
        return super.prepareResponse(request, response.map(EventAnswers::asStream));
    }

    private static WebGraphQlResponse asStream(WebGraphQlResponse answer) {
        if (answer.getData() instanceof Publisher) {
            return answer;
        }
        return answer.transform(
                stream -> stream.data(Flux.just(answer.getExecutionResult())).errors(List.of()));
    }
}

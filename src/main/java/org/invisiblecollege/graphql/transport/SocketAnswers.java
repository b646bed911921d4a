package org.invisiblecollege.graphql.transport;

import org.invisiblecollege.http.Origins;
import org.invisiblecollege.http.Questions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** Answers messages over WebSockets; one without a question ends its connection as the protocol says. */
@Component
@ConditionalOnWebApplication
class SocketAnswers extends GraphQlWebSocketHandler {

    private static final CloseStatus INVALID = new CloseStatus(4400, "The message has no question");

    private final Questions questions;

    SocketAnswers(
            WebGraphQlHandler handler,
            GraphQlProperties properties,
            Origins origins,
            JsonMapper json,
            Questions questions) {
        super(
                handler,
                new JacksonJsonHttpMessageConverter(json),
                properties.getWebsocket().getConnectionInitTimeout(),
                properties.getWebsocket().getKeepAlive(),
                origins.ofOthers());
        this.questions = questions;
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
        try {
            super.handleTextMessage(session, new TextMessage(questions.named(message.getPayload())));
        } catch (ServerWebInputException e) {
            session.close(INVALID);
        }
    }
}

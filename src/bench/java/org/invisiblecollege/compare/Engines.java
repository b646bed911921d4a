package org.invisiblecollege.compare;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.Endpoint;
import org.invisiblecollege.ServedStore;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import tools.jackson.databind.json.JsonMapper;

/** The engines on one running database. */
final class Engines {

    static final String SERVICE = "service";
    static final String CYPHER = "cypher";
    static final String BOLT = "bolt";
    static final String PEER = "peer";

    private Engines() {}

    /** Where a text of a question is. */
    private interface Texts {
        @Nullable String of(ComparedQuestion question) throws IOException;
    }

    /** How an engine is asked. */
    private interface Ask {
        String ask(String text, Map<String, Object> parameters) throws IOException, InterruptedException;
    }

    private record Named(String name, Texts texts, Ask asking) implements Engine {

        @Override
        public @Nullable String text(ComparedQuestion question) throws IOException {
            return texts.of(question);
        }

        @Override
        public String ask(String text, Map<String, Object> parameters) throws IOException, InterruptedException {
            return asking.ask(text, parameters);
        }
    }

    /**
     * Returns all engines, this service first.
     *
     * @param peer address of the peer; null to leave it out
     */
    static List<Engine> of(ServedStore service, @Nullable URI peer, Path texts) {
        Endpoint own = service.endpoint();
        Endpoint http = new Endpoint(own.uri().resolve(CypherEndpoint.PATH));
        Driver driver = service.bean(Driver.class);
        JsonMapper json = JsonMapper.builder().build();
        List<Engine> engines = new ArrayList<>(List.of(
                new Named(
                        SERVICE,
                        question -> question.graphQl(texts),
                        (text, parameters) -> own.post(own.body(text, parameters))),
                new Named(
                        CYPHER,
                        question -> question.cypher(texts),
                        (text, parameters) -> http.post(
                                json.writeValueAsString(Map.of("statement", text, "parameters", parameters)))),
                new Named(BOLT, question -> question.cypher(texts), (text, parameters) -> {
                    CypherEndpoint.row(driver, text, parameters);
                    return "";
                })));
        if (peer != null) {
            Endpoint other = new Endpoint(peer);
            engines.add(new Named(
                    PEER,
                    question -> question.peerGraphQl(texts),
                    (text, parameters) -> other.post(other.body(text, parameters))));
        }
        return engines;
    }
}

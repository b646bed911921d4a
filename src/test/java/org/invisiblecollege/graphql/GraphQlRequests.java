package org.invisiblecollege.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Executes documents, written in the tests or read from graphql/operations. */
final class GraphQlRequests {

    private GraphQlRequests() {}

    static GraphQlTester tester(ExecutionGraphQlService service) {
        return ExecutionGraphQlServiceTester.builder(service)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    static String operation(String name) {
        try {
            return Files.readString(Path.of("graphql/operations", name + ".graphql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

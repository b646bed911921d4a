package org.invisiblecollege;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Asks for the service; {@link InvisibleCollege} starts it once the command line is read. */
@Command(
        name = "serve",
        description = {
            "Serve GraphQL, GraphiQL and a start page; the default.",
            "Any property of the service may follow, such as --server.port=8081."
        },
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Unmatched
    private final List<String> properties = new ArrayList<>();

    private @Nullable List<String> requested;

    @Override
    public Integer call() {
        for (String property : properties) {
            if (!property.startsWith("--")) {
                throw new ParameterException(
                        spec.commandLine(), "serve takes properties such as --server.port=8081, not " + property + ".");
            }
        }
        requested = List.copyOf(properties);
        return 0;
    }

    /** Returns the properties to start the service with; empty if it was not asked for. */
    Optional<List<String>> requested() {
        return Optional.ofNullable(requested);
    }
}

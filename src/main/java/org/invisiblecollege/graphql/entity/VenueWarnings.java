package org.invisiblecollege.graphql.entity;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.index.VenueNames;
import org.invisiblecollege.kernel.Echo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in {@code extensions.warnings} of an answer which venues of its filters are unknown, and so select nothing. */
@Component
class VenueWarnings extends SimplePerformantInstrumentation {

    private static final String VENUES = "venues";
    private static final int MAX_ECHO_LENGTH = 200;
    private static final int MAX_NAMED = 3;

    private final LiveIndex index;

    VenueWarnings(LiveIndex index) {
        this.index = index;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        ExecutableNormalizedOperation operation =
                parameters.getGraphQLContext().get(ExecutableNormalizedOperation.class);
        if (operation == null || index.version() == null) {
            return CompletableFuture.completedFuture(result);
        }
        List<Map<String, Object>> warnings = new ArrayList<>();
        operation.getTopLevelFields().forEach(field -> add(field, warnings));
        return CompletableFuture.completedFuture(
                warnings.isEmpty() ? result : result.transform(builder -> builder.addExtension("warnings", warnings)));
    }

    private void add(ExecutableNormalizedField field, List<Map<String, Object>> warnings) {
        List<String> named = new ArrayList<>();
        field.getResolvedArguments().values().forEach(argument -> addVenues(argument, named));
        List<String> unknown = named.isEmpty()
                ? List.of()
                : VenueNames.of(index.current()).unknown(named).stream()
                        .map(name -> Echo.of(name, MAX_ECHO_LENGTH))
                        .toList();
        if (!unknown.isEmpty()) {
            warnings.add(Map.of(
                    "code",
                    "UNKNOWN_VENUE",
                    "message",
                    "No venue is called "
                            + unknown.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
                            + (unknown.size() > MAX_NAMED ? " and " + (unknown.size() - MAX_NAMED) + " others" : "")
                            + "; search with kinds: [VENUE] finds ids, names and acronyms.",
                    "path",
                    field.getListOfResultKeys(),
                    VENUES,
                    unknown));
        }
        field.getChildren().forEach(child -> add(child, warnings));
    }

    /** Adds the venues of the filter that an argument is or has. */
    private static void addVenues(@Nullable Object argument, List<String> named) {
        if (argument instanceof Map<?, ?> fields) {
            if (fields.get(VENUES) instanceof Collection<?> venues) {
                venues.forEach(venue -> named.add(String.valueOf(venue)));
            }
            fields.values().forEach(value -> addVenues(value, named));
        }
    }
}

package org.invisiblecollege.neighbourhood;

import java.util.List;
import java.util.Map;
import org.invisiblecollege.paper.Selection;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/**
 * Which papers and which of their topics count in an answer.
 *
 * @param schemes null for all
 */
public record Scope(Selection selection, @Nullable List<String> schemes, List<TopicMethod> methods, double minScore) {

    Map<String, Object> parameters(Map<String, Object> others) {
        Map<String, Object> parameters = selection.parameters(others);
        parameters.put("schemes", schemes);
        parameters.put("methods", methods.stream().map(Enum::name).toList());
        parameters.put("minScore", minScore);
        return parameters;
    }
}

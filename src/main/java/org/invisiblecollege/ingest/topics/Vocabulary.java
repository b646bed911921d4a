package org.invisiblecollege.ingest.topics;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMatcher;
import org.invisiblecollege.topic.TopicMethod;

/**
 * The topics that papers can have.
 *
 * @param concepts of all schemes
 * @param matchers match labels in titles and abstracts, one for each scheme, so that what is found of a scheme does not
 *     depend on the others
 */
public record Vocabulary(List<Concept> concepts, List<TopicMatcher> matchers) {

    /** Makes a vocabulary of the concepts of any number of schemes. */
    public static Vocabulary of(Collection<Concept> concepts) {
        return new Vocabulary(
                List.copyOf(concepts),
                concepts.stream()
                        .filter(Concept::isMatched)
                        .collect(Collectors.groupingBy(Concept::scheme, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(scheme -> new TopicMatcher(
                                scheme.getValue(),
                                scheme.getKey().equals(Concept.MINED) ? TopicMethod.MINED : TopicMethod.MATCHED))
                        .toList());
    }
}

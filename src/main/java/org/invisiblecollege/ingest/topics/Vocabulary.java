package org.invisiblecollege.ingest.topics;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMatcher;
import org.invisiblecollege.topic.TopicMethod;

/**
 * Topics that papers can have.
 *
 * @param concepts all of them
 * @param matchers find those whose labels are looked for in titles and abstracts: one a scheme, so that what one scheme
 *     finds does not depend on which others are there
 */
public record Vocabulary(List<Concept> concepts, List<TopicMatcher> matchers) {

    /** Concepts of any number of schemes. */
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

package org.invisiblecollege.ingest;

import java.util.List;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.TopicMatcher;

/**
 * Topics that papers can have.
 *
 * @param concepts all of them
 * @param matcher finds those whose labels are looked for in titles and abstracts
 */
public record Vocabulary(List<Concept> concepts, TopicMatcher matcher) {}

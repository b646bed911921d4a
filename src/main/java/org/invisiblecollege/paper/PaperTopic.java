package org.invisiblecollege.paper;

import java.util.List;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.TopicMethod;

/**
 * A topic of a paper.
 *
 * @param paper id
 * @param score 0 to 1, comparable within a method
 * @param evidence where its label was found; empty unless MATCHED or MINED
 * @param records records that support it, each as source id, space and record id
 */
public record PaperTopic(
        String paper, Topic topic, double score, TopicMethod method, List<Evidence> evidence, List<String> records) {}

package org.invisiblecollege.topic;

/**
 * An occurrence of a topic's label in a text: the evidence of a MATCHED or MINED topic.
 *
 * @param topic id of the topic
 * @param method MINED if the topic is only offered, otherwise MATCHED
 * @param field {@code title} or {@code abstract}
 * @param text the words that matched, as written
 * @param start offset of the first character in the field, in UTF-16 code units
 * @param end offset after the last character
 */
public record TopicMention(String topic, TopicMethod method, String field, String text, int start, int end) {}

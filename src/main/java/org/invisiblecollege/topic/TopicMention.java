package org.invisiblecollege.topic;

/**
 * A place where a label of a topic stands in a text: the evidence of a MATCHED topic.
 *
 * @param topic id of the topic
 * @param field {@code title} or {@code abstract}
 * @param text the words that matched, as written
 * @param start offset of the first character in the field, in UTF-16 code units
 * @param end offset after the last character
 */
public record TopicMention(String topic, String field, String text, int start, int end) {}

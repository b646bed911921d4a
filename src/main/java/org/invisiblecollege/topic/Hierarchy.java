package org.invisiblecollege.topic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the broader topics of topics and refuses cycles. Both the memory and the search for one link are limited, whatever
 * the input. Not thread-safe.
 */
public final class Hierarchy {

    /** Limit of topics and links together; OpenAlex has some 65,000 concepts and 4,800 topics and levels. */
    public static final int MAX_CONCEPTS = 500_000;
    /** Limit of topics above a topic; OpenAlex has six levels of concepts. */
    public static final int MAX_BROADER = 1000;

    /** Whether a link was added, or why not. */
    public enum Answer {
        TAKEN,
        CLOSES_A_CYCLE,
        TOO_DEEP
    }

    private final Map<String, List<String>> broader = new HashMap<>();
    private int size;

    /** Returns whether the limit is reached. */
    public boolean isFull() {
        return size >= MAX_CONCEPTS;
    }

    /** Adds a topic; returns false if it has been added before. */
    public boolean add(String topic) {
        if (broader.putIfAbsent(topic, new ArrayList<>(1)) != null) {
            return false;
        }
        size++;
        return true;
    }

    /** Adds a link from an added topic to a broader one, which need not have been added, unless it is refused. */
    public Answer put(String topic, String broaderTopic) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(broaderTopic);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(topic)) {
                return Answer.CLOSES_A_CYCLE;
            }
            if (reached.add(next)) {
                open.addAll(broader.getOrDefault(next, List.of()));
            }
            if (reached.size() > MAX_BROADER) {
                return Answer.TOO_DEEP;
            }
        }
        broader.computeIfAbsent(topic, unknown -> new ArrayList<>(1)).add(broaderTopic);
        size++;
        return Answer.TAKEN;
    }
}

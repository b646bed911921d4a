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
 * Which topics stand under which, kept free of cycles. Neither what is held nor the way to go for one link grows with the
 * input beyond a limit. Not thread-safe.
 */
public final class Hierarchy {

    /** Topics and links together; OpenAlex has some 65,000 concepts and 4,800 topics and levels. */
    public static final int MAX_CONCEPTS = 500_000;
    /** Topics above a topic; OpenAlex has six levels of concepts. */
    public static final int MAX_BROADER = 1000;

    /** Whether a link may be there. */
    public enum Answer {
        TAKEN,
        CLOSES_A_CYCLE,
        TOO_DEEP
    }

    private final Map<String, List<String>> broader = new HashMap<>();
    private int size;

    /** Whether nothing more may be added. */
    public boolean isFull() {
        return size >= MAX_CONCEPTS;
    }

    /** Adds a topic; false if it is there. */
    public boolean add(String topic) {
        if (broader.putIfAbsent(topic, new ArrayList<>(1)) != null) {
            return false;
        }
        size++;
        return true;
    }

    /** Puts a topic that was added under another, which need not have been, unless that cannot be. */
    public Answer put(String topic, String above) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(above);
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
        broader.computeIfAbsent(topic, unknown -> new ArrayList<>(1)).add(above);
        size++;
        return Answer.TAKEN;
    }
}

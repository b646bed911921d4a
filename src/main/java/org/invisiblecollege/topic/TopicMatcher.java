package org.invisiblecollege.topic;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the labels of a vocabulary in titles and abstracts with one trie of all labels.
 *
 * <p>Words are compared without case, diacritics, elided French article and simple plural. Hyphen and space are equal, and two
 * words that a label joins by a hyphen, or the words of a two-word label, also match as one word ({@code fine-tuning, fine
 * tuning, finetuning}). A label of a single letter, ignoring signs ({@code C++}), is not searched for. The longest label wins;
 * shorter labels of other topics inside it count too, but not those that overlap it partly.
 *
 * <p>An acronym, a single word with two or more capitals, must match exactly, apart from a final {@code s}. If several concepts
 * have it, or it is a hidden label, it counts only for concepts whose full label occurs in the same paper. If the paper explains
 * it as something else, as in {@code "mean of errors (MoE)"} (Schwartz, Hearst 2003), it counts for none.
 *
 * <p>Immutable and thread-safe.
 */
public final class TopicMatcher {

    private final TopicMethod method;
    private final WordDictionary words = new WordDictionary();
    private final LabelTrie labels = new LabelTrie();
    private final List<SortedSet<String>> topicsOfAcronyms = new ArrayList<>();
    /** Acronyms that have other meanings as well. */
    private final Set<Integer> ambiguous = new HashSet<>();

    private record Span(int start, int end, Set<String> topics, int acronym) {

        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }

        boolean contains(Span other) {
            return start <= other.start && other.end <= end;
        }
    }

    /** Creates a matcher whose mentions have the method MATCHED. */
    public TopicMatcher(List<Concept> vocabulary) {
        this(vocabulary, TopicMethod.MATCHED);
    }

    /**
     * Creates a matcher.
     *
     * @param method of the mentions
     */
    public TopicMatcher(List<Concept> vocabulary, TopicMethod method) {
        this.method = method;
        for (Concept concept : vocabulary) {
            add(concept.label(), concept.id(), false);
            concept.altLabels().forEach(label -> add(label, concept.id(), false));
            concept.hiddenLabels().forEach(label -> add(label, concept.id(), true));
        }
        labels.trim();
    }

    // ---- construction

    private void add(String label, String topic, boolean isAmbiguous) {
        List<String> parts = Tokens.split(label);
        boolean isSingleLetter = parts.size() == 1 && parts.getFirst().length() == 1;
        if (parts.isEmpty() || isSingleLetter) {
            return;
        }
        if (parts.size() == 1 && WordDictionary.isAcronym(label)) {
            int acronym = words.addAcronym(parts.getFirst());
            if (acronym == topicsOfAcronyms.size()) {
                topicsOfAcronyms.add(new TreeSet<>());
            }
            topicsOfAcronyms.get(acronym).add(topic);
            if (isAmbiguous || topicsOfAcronyms.get(acronym).size() > 1) {
                ambiguous.add(acronym);
            }
            return;
        }
        add(parts, topic);
        for (int i = 1; i < parts.size(); i++) {
            String joined = parts.get(i - 1) + parts.get(i);
            if (parts.size() == 2 || label.contains(parts.get(i - 1) + "-" + parts.get(i))) {
                List<String> joinedParts = new ArrayList<>(parts);
                joinedParts.set(i - 1, joined);
                joinedParts.remove(i);
                add(joinedParts, topic);
            }
        }
    }

    private void add(List<String> parts, String topic) {
        IntArrayList ordinals = new IntArrayList(parts.size());
        parts.forEach(part -> ordinals.add(words.add(part)));
        labels.add(ordinals, topic);
    }

    // ---- matching

    /**
     * Returns all mentions in the fields of one paper, in the order of the fields and offsets.
     *
     * @param fields text by name of the field
     */
    public List<TopicMention> match(Map<String, String> fields) {
        Tokens tokens = new Tokens(words);
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        Set<String> spelledOut = new HashSet<>();
        Set<Integer> explained = new HashSet<>();
        fields.forEach((field, text) -> {
            tokens.of(text);
            List<Span> found = spans(tokens, explained);
            found.stream().filter(span -> span.acronym < 0).forEach(span -> spelledOut.addAll(span.topics));
            spans.put(field, found);
        });
        List<TopicMention> mentions = new ArrayList<>();
        spans.forEach((field, found) -> {
            String text = fields.getOrDefault(field, "");
            for (Span span : found) {
                if (explained.contains(span.acronym)) {
                    continue;
                }
                boolean isAmbiguous = ambiguous.contains(span.acronym);
                for (String topic : span.topics) {
                    if (!isAmbiguous || spelledOut.contains(topic)) {
                        mentions.add(new TopicMention(
                                topic, method, field, text.substring(span.start, span.end), span.start, span.end));
                    }
                }
            }
        });
        return mentions;
    }

    /**
     * Finds labels and acronyms in one field.
     *
     * @param explained receives the acronyms that the text explains as something else
     */
    private List<Span> spans(Tokens tokens, Set<Integer> explained) {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            int node = LabelTrie.ROOT;
            for (int j = i; j < tokens.count() && (j == i || tokens.isLinked(j)); j++) {
                node = labels.child(node, tokens.word(j));
                if (node < 0) {
                    break;
                }
                SortedSet<String> topics = labels.topics(node);
                if (!topics.isEmpty()) {
                    found.add(new Span(tokens.start(i), tokens.end(j), topics, WordDictionary.NONE));
                }
            }
            int acronym = tokens.acronym(i);
            if (acronym >= 0) {
                SortedSet<String> topics = topicsOfAcronyms.get(acronym);
                found.add(new Span(tokens.start(i), tokens.end(i), topics, acronym));
                if (isExplainedOtherwise(tokens, i, topics, found)) {
                    explained.add(acronym);
                }
            }
        }
        return found.size() < 2 ? found : longestFirst(found);
    }

    /** Returns whether an acronym in brackets follows words with its initials that are no label of its topics. */
    private static boolean isExplainedOtherwise(Tokens tokens, int token, Set<String> topics, List<Span> found) {
        String letters = tokens.raw(token);
        int length = letters.endsWith("s") ? letters.length() - 1 : letters.length();
        int first = token - length;
        boolean isInBrackets = tokens.start(token) > 0
                && tokens.text().charAt(tokens.start(token) - 1) == '('
                && tokens.text().startsWith(")", tokens.end(token));
        if (!isInBrackets || first < 0) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char initial = tokens.text().charAt(tokens.start(first + i));
            if (Character.toLowerCase(initial) != Character.toLowerCase(letters.charAt(i))) {
                return false;
            }
        }
        int from = tokens.start(first);
        return found.stream()
                .noneMatch(span -> span.acronym < 0
                        && span.end > from
                        && span.topics.stream().anyMatch(topics::contains));
    }

    /** A stream costs more for a few spans. */
    private static boolean any(List<Span> spans, Predicate<Span> wanted) {
        for (Span span : spans) {
            if (wanted.test(span)) {
                return true;
            }
        }
        return false;
    }

    private static List<Span> longestFirst(List<Span> found) {
        found.sort(Comparator.comparingInt((Span span) -> span.start - span.end).thenComparingInt(Span::start));
        List<Span> kept = new ArrayList<>();
        List<Span> longest = new ArrayList<>();
        for (Span span : found) {
            if (any(kept, other -> other.contains(span) && other.topics.containsAll(span.topics))) {
                continue;
            }
            if (any(longest, other -> other.contains(span))) {
                kept.add(span);
            } else if (!any(longest, span::overlaps)) {
                longest.add(span);
                kept.add(span);
            }
        }
        kept.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
        return kept;
    }
}

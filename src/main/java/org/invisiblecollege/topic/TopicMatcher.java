package org.invisiblecollege.topic;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
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
 * Finds the labels of a vocabulary in titles and abstracts: one automaton over the words of all labels.
 *
 * <p>Words are compared without case, diacritics, elided French article and simple plural; hyphen and space are the same, and
 * two words that a label joins by a hyphen, or a label of two words, are also found written as one ({@code fine-tuning, fine
 * tuning, finetuning}). A label of one letter, signs aside ({@code C++}), is not looked for. The longest label wins; shorter
 * labels of other topics inside it count too, those that overlap it in part do not.
 *
 * <p>An acronym, a single word with two or more capitals, is compared as written, with an {@code s} allowed behind it. One of
 * several concepts, or one that is a hidden label, counts only for those whose full label stands in the same paper. One that
 * the paper itself explains as something else, {@code "mean of errors (MoE)"} (Schwartz, Hearst 2003), counts for none.
 *
 * <p>Immutable and thread-safe.
 */
public final class TopicMatcher {

    private static final int ROOT = 0;

    private final TopicMethod method;
    private final WordDictionary words = new WordDictionary();
    /** The state after a state and a word. */
    private final Long2IntOpenHashMap next = new Long2IntOpenHashMap();
    /** The topics whose labels end in a state. */
    private final List<SortedSet<String>> topics = new ArrayList<>();

    private final List<SortedSet<String>> topicsOfAcronyms = new ArrayList<>();
    /** Acronyms that mean other things as well. */
    private final Set<Integer> doubtful = new HashSet<>();

    private record Span(int start, int end, Set<String> topics, int acronym) {

        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }

        boolean contains(Span other) {
            return start <= other.start && other.end <= end;
        }
    }

    /** Of a vocabulary. */
    public TopicMatcher(List<Concept> vocabulary) {
        this(vocabulary, TopicMethod.MATCHED);
    }

    /** @param method how papers come to what is found */
    public TopicMatcher(List<Concept> vocabulary, TopicMethod method) {
        this.method = method;
        next.defaultReturnValue(WordDictionary.NONE);
        topics.add(new TreeSet<>());
        for (Concept concept : vocabulary) {
            add(concept.label(), concept.id(), false);
            concept.altLabels().forEach(label -> add(label, concept.id(), false));
            concept.hiddenLabels().forEach(label -> add(label, concept.id(), true));
        }
        next.trim();
    }

    // ---- making

    private void add(String label, String topic, boolean isDoubtful) {
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
            if (isDoubtful || topicsOfAcronyms.get(acronym).size() > 1) {
                doubtful.add(acronym);
            }
            return;
        }
        add(parts, topic);
        for (int i = 1; i < parts.size(); i++) {
            String joined = parts.get(i - 1) + parts.get(i);
            if (parts.size() == 2 || label.contains(parts.get(i - 1) + "-" + parts.get(i))) {
                List<String> fewer = new ArrayList<>(parts);
                fewer.set(i - 1, joined);
                fewer.remove(i);
                add(fewer, topic);
            }
        }
    }

    private void add(List<String> parts, String topic) {
        int state = ROOT;
        for (String part : parts) {
            state = next.computeIfAbsent(transition(state, words.add(part)), (long each) -> {
                topics.add(new TreeSet<>());
                return topics.size() - 1;
            });
        }
        topics.get(state).add(topic);
    }

    private static long transition(int state, int word) {
        return ((long) state << 32) | word;
    }

    // ---- matching

    /**
     * Every mention in the fields of one paper, in order of the fields and places.
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
                boolean isDoubtful = doubtful.contains(span.acronym);
                for (String topic : span.topics) {
                    if (!isDoubtful || spelledOut.contains(topic)) {
                        mentions.add(new TopicMention(
                                topic, method, field, text.substring(span.start, span.end), span.start, span.end));
                    }
                }
            }
        });
        return mentions;
    }

    /** @param explained gets the acronyms that the text explains as something else */
    private List<Span> spans(Tokens tokens, Set<Integer> explained) {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            int state = ROOT;
            for (int j = i; j < tokens.count() && (j == i || tokens.isLinked(j)); j++) {
                int word = tokens.word(j);
                state = word < 0 ? WordDictionary.NONE : next.get(transition(state, word));
                if (state < 0) {
                    break;
                }
                if (!topics.get(state).isEmpty()) {
                    found.add(new Span(tokens.start(i), tokens.end(j), topics.get(state), WordDictionary.NONE));
                }
            }
            int acronym = tokens.acronym(i);
            if (acronym >= 0) {
                SortedSet<String> its = topicsOfAcronyms.get(acronym);
                found.add(new Span(tokens.start(i), tokens.end(i), its, acronym));
                if (isExplainedOtherwise(tokens, i, its, found)) {
                    explained.add(acronym);
                }
            }
        }
        return found.size() < 2 ? found : longestFirst(found);
    }

    /** Whether an acronym in brackets stands behind words with its letters that are no label of its topics. */
    private static boolean isExplainedOtherwise(Tokens tokens, int at, Set<String> its, List<Span> found) {
        String letters = tokens.raw(at);
        int length = letters.endsWith("s") ? letters.length() - 1 : letters.length();
        int first = at - length;
        boolean isInBrackets = tokens.start(at) > 0
                && tokens.text().charAt(tokens.start(at) - 1) == '('
                && tokens.text().startsWith(")", tokens.end(at));
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
                        && span.topics.stream().anyMatch(its::contains));
    }

    /** As a stream would tell, which costs more than looking at a few. */
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

package org.invisiblecollege.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.identity.Folding;
import org.invisiblecollege.identity.Memo;
import org.jspecify.annotations.Nullable;

/**
 * Finds the labels of a vocabulary in titles and abstracts.
 *
 * <p>Words are compared without case, diacritics and simple plural; hyphen and space are the same, and a two-word label
 * is also found written as one ({@code fine-tuning, fine tuning, finetuning}). An acronym, a single word with two or
 * more capitals, is compared as written, with an {@code s} allowed behind it. The longest label wins; shorter labels
 * inside it count too, partly overlapping ones do not. An acronym of several concepts counts only for those whose full
 * label stands in the same paper.
 *
 * <p>Immutable and thread-safe.
 */
public final class TopicMatcher {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final Pattern LINK = Pattern.compile("[\\s\\-‐‑–]*");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
    private static final Pattern BRITISH = Pattern.compile("is(ation|ations|e|ed|er|ers|es|ing)$");
    private static final Pattern SINGULAR = Pattern.compile("(?:ss|us|is|as)$");
    private static final Map<String, String> IRREGULAR_PLURALS = Map.of(
            "analyses", "analysis",
            "biases", "bias",
            "corpora", "corpus",
            "hypotheses", "hypothesis",
            "indices", "index",
            "matrices", "matrix",
            "lexica", "lexicon",
            "lexicons", "lexicon");

    private static final Memo NORMAL = new Memo(TopicMatcher::normalised);

    private final Node root = new Node();
    private final Map<String, Set<String>> acronyms = new HashMap<>();

    /** A prefix of labels, in words. */
    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final Set<String> topics = new HashSet<>();
    }

    private record Word(String normal, String raw, int start, int end) {}

    private record Span(int start, int end, Set<String> topics, boolean acronym) {
        boolean crosses(Span other) {
            boolean apart = end <= other.start || other.end <= start;
            boolean nested = (start >= other.start && end <= other.end) || (other.start >= start && other.end <= end);
            return !apart && !nested;
        }
    }

    public TopicMatcher(List<Concept> vocabulary) {
        for (Concept concept : vocabulary) {
            add(concept.label(), concept.id());
            concept.altLabels().forEach(label -> add(label, concept.id()));
        }
    }

    /**
     * Every mention in the fields of one paper, in order of the fields and places.
     *
     * @param fields text by name of the field
     */
    public List<TopicMention> match(Map<String, String> fields) {
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        fields.forEach((field, text) -> spans.put(field, spans(text)));
        Set<String> spelledOut = new HashSet<>();
        spans.values()
                .forEach(all ->
                        all.stream().filter(span -> !span.acronym).forEach(span -> spelledOut.addAll(span.topics)));

        List<TopicMention> mentions = new ArrayList<>();
        spans.forEach((field, all) -> {
            String text = fields.getOrDefault(field, "");
            for (Span span : all) {
                boolean ambiguous = span.topics.size() > 1;
                span.topics.stream()
                        .sorted()
                        .filter(topic -> !ambiguous || spelledOut.contains(topic))
                        .map(topic -> new TopicMention(
                                topic, field, text.substring(span.start, span.end), span.start, span.end))
                        .forEach(mentions::add);
            }
        });
        return mentions;
    }

    private void add(String label, String topic) {
        List<Word> words = words(label);
        if (words.isEmpty()) {
            return;
        }
        if (words.size() == 1 && isAcronym(words.getFirst().raw)) {
            acronyms.computeIfAbsent(words.getFirst().raw, raw -> new HashSet<>())
                    .add(topic);
            return;
        }
        node(words.stream().map(Word::normal).toList()).topics.add(topic);
        if (words.size() == 2) {
            node(List.of(NORMAL.apply(label.replaceAll("[^\\p{L}\\p{N}]", ""))))
                    .topics
                    .add(topic);
        }
    }

    private Node node(List<String> words) {
        Node node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, key -> new Node());
        }
        return node;
    }

    private List<Span> spans(String text) {
        List<Word> words = words(text);
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word first = words.get(i);
            Set<String> acronym = acronym(first.raw);
            if (acronym != null) {
                found.add(new Span(first.start, first.end, acronym, true));
            }
            Node node = root;
            for (int j = i; j < words.size(); j++) {
                Word word = words.get(j);
                if (j > i && !isLink(text, words.get(j - 1).end, word.start)) {
                    break;
                }
                node = node.next.get(word.normal);
                if (node == null) {
                    break;
                }
                if (!node.topics.isEmpty()) {
                    found.add(new Span(first.start, word.end, node.topics, false));
                }
            }
        }
        return longestFirst(found);
    }

    private @Nullable Set<String> acronym(String raw) {
        Set<String> topics = acronyms.get(raw);
        return topics == null && raw.endsWith("s") ? acronyms.get(raw.substring(0, raw.length() - 1)) : topics;
    }

    private static List<Span> longestFirst(List<Span> found) {
        List<Span> kept = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingInt((Span span) -> span.start - span.end)
                        .thenComparingInt(Span::start))
                .filter(span -> kept.stream().noneMatch(span::crosses))
                .forEach(kept::add);
        kept.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
        return kept;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String raw = matcher.group();
            words.add(new Word(NORMAL.apply(raw), raw, matcher.start(), matcher.end()));
        }
        return words;
    }

    private static boolean isLink(String text, int from, int to) {
        return LINK.matcher(text).region(from, to).matches();
    }

    private static boolean isAcronym(String word) {
        return word.chars().filter(Character::isUpperCase).count() >= 2;
    }

    /** A word without case, diacritics, possessive, British -is-, simple plural. */
    private static String normalised(String raw) {
        String word = Folding.key(POSSESSIVE.matcher(raw).replaceFirst("")).toLowerCase(Locale.ROOT);
        word = BRITISH.matcher(word).replaceFirst("iz$1");
        String irregular = IRREGULAR_PLURALS.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && !SINGULAR.matcher(word).find();
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}

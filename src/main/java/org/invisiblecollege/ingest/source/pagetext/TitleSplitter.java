package org.invisiblecollege.ingest.source.pagetext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a title from the abstract that follows it in the same line. A title that is known from elsewhere is used as it is;
 * otherwise the split is where a sentence with a verb begins and title case ends.
 */
final class TitleSplitter {

    private static final int MAX_TITLE_LENGTH = 40;
    private static final Set<String> FUNCTION_WORDS = Set.of(
            ("a an the of in on at to for from by with and or nor but as via into over under between through across"
                            + " than vs is are be do does its their using towards toward without within that")
                    .split(" "));
    private static final Set<String> SENTENCE_STARTS = Set.of(
            ("We This The In Recent Recently While Despite As To Most Existing Current Although With Since These There"
                            + " It Our Among Given When Large Many Traditional For Here By Nowadays One Building Prior"
                            + " Previous Even Unlike Modern")
                    .split(" "));
    private static final Pattern VERB = Pattern.compile("is|are|was|were|has|have|had|can|could|may|might|will|would"
            + "|do|does|did|plays?|presents?|proposes?|introduces?|describes?|demonstrates?|reports?|offers?|provides?"
            + "|reveals?|segment(?:ing)?|shows?|exhibit|remains?|study|studies|becomes?|achieves?|suggests?"
            + "|focus(?:es)?|enables?|requires?|claims?|tend|poses?|face|learn|leads?|involves?|refers?|allows?|makes?"
            + "|form|aims?|consist|composes?|[a-z]+(?:ed|izes?|ates?)");
    private static final Set<String> ABBREVIATIONS = Set.of("vs.", "al.", "e.g.", "i.e.");

    private final List<String> knownTitles;

    /** @param knownTitles titles that are certain */
    TitleSplitter(Iterable<String> knownTitles) {
        List<String> known = new ArrayList<>();
        knownTitles.forEach(known::add);
        this.knownTitles = List.copyOf(known);
    }

    /** Returns the length of the title at the start of the text, in characters. */
    int titleLength(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return knownTitles.stream()
                .filter(title -> lower.startsWith(title.toLowerCase(Locale.ROOT) + " "))
                .mapToInt(String::length)
                .max()
                .orElseGet(() -> likeliestEnd(text));
    }

    private static int likeliestEnd(String text) {
        List<String> words = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\S+").matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
            ends.add(matcher.end());
        }
        double best = Double.NEGATIVE_INFINITY;
        int end = text.length();
        for (int i = 1; i < Math.min(words.size() - 3, MAX_TITLE_LENGTH); i++) {
            if (endsSentence(words.get(i - 1))) {
                break;
            }
            if (!canSplit(words, i)) {
                continue;
            }
            double score = score(words, i);
            if (score > best) {
                best = score;
                end = ends.get(i - 1);
            }
        }
        return end;
    }

    private static boolean canSplit(List<String> words, int i) {
        String last = words.get(i - 1);
        long open =
                words.subList(0, i).stream().filter(word -> word.contains("(")).count();
        long closed =
                words.subList(0, i).stream().filter(word -> word.contains(")")).count();
        return isCapital(words.get(i))
                && !words.get(i).startsWith("(")
                && open == closed
                && !FUNCTION_WORDS.contains(last.toLowerCase(Locale.ROOT))
                && !last.matches(".*[:,&-]");
    }

    /** Scores how well the words before word i read as a title and those from it as a sentence. */
    private static double score(List<String> words, int i) {
        String first = words.get(i);
        String last = words.get(i - 1);
        List<String> next = words.subList(i + 1, Math.min(i + 9, words.size()));
        List<String> sentence = content(next);
        List<String> title = content(words.subList(0, i));
        double capitals = share(title.stream().filter(TitleSplitter::isCapital).count(), title.size());
        double score =
                4 * share(sentence.stream().filter(TitleSplitter::isLower).count(), sentence.size()) + 2 * capitals;
        if (SENTENCE_STARTS.contains(first)) {
            score += 2.5;
        }
        if (first.equals("A") || first.equals("An")) {
            score += 1.5;
        }
        boolean nameThenLower = isCapital(next.get(0)) && !isUpper(next.get(0)) && isLower(next.get(1));
        if (nameThenLower) {
            score -= 2;
        }
        int verb = firstVerb(words, i + 1);
        score += verb < 0 ? -3 : 2 - 0.04 * verb;
        if (last.endsWith("?") || last.endsWith("!")) {
            score += 1;
        }
        if (letters(last).equals(letters(first))) {
            score += 2;
        }
        if (i < 3) {
            score -= 2;
        }
        List<String> tail = content(words.subList(Math.max(0, i - 5), i));
        if (capitals > 0.7 && !tail.isEmpty() && isLower(tail.getLast())) {
            score -= 2;
        }
        return score - 0.12 * i;
    }

    private static int firstVerb(List<String> words, int from) {
        for (int i = from; i < Math.min(from + 29, words.size()); i++) {
            if (VERB.matcher(words.get(i).replaceFirst("[,;]$", "")).matches()) {
                return i - from;
            }
            if (words.get(i).endsWith(".")) {
                break;
            }
        }
        return -1;
    }

    private static boolean endsSentence(String word) {
        return word.endsWith(".") && isLower(word) && !ABBREVIATIONS.contains(word);
    }

    private static List<String> content(List<String> words) {
        return words.stream()
                .filter(word -> Character.isLetter(word.charAt(0)) && !FUNCTION_WORDS.contains(letters(word)))
                .toList();
    }

    private static String letters(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}_-]", "").toLowerCase(Locale.ROOT);
    }

    private static double share(long part, int whole) {
        return part / (double) Math.max(1, whole);
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(initial(word));
    }

    private static boolean isLower(String word) {
        return Character.isLowerCase(initial(word));
    }

    private static boolean isUpper(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static char initial(String word) {
        String bare = word.replaceFirst("^[(\"'“‘]+", "");
        return bare.isEmpty() ? ' ' : bare.charAt(0);
    }
}

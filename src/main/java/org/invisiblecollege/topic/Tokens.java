package org.invisiblecollege.topic;

import java.util.Arrays;
import java.util.List;

/**
 * Splits a text into words and looks each one up in the words of a vocabulary; without a vocabulary, new words get the next
 * ordinal. Reusable for the next text; not thread-safe.
 */
public final class Tokens {

    /** For splitting alone. */
    private static final WordDictionary NO_WORDS = new WordDictionary();

    private final WordDictionary words;
    private String text = "";
    private int count;
    private int[] start = new int[256];
    private int[] end = new int[256];
    private WordDictionary.Entry[] entries = new WordDictionary.Entry[256];
    /** Whether only space and hyphens separate a word from the one before it. */
    private boolean[] linked = new boolean[256];

    /** Creates a splitter that gives each new word the next ordinal. */
    public Tokens() {
        this(WordDictionary.learning());
    }

    Tokens(WordDictionary words) {
        this.words = words;
    }

    /** Splits a text; an apostrophe between letters does not end a word. */
    public void of(String newText) {
        text = newText;
        count = 0;
        boolean isLinked = false;
        int length = text.length();
        for (int i = 0; i < length; ) {
            if (!isInWord(text.charAt(i))) {
                isLinked = isLinked && isLink(text.charAt(i));
                i++;
                continue;
            }
            int from = i;
            int hash = 0;
            while (i < length && (isInWord(text.charAt(i)) || isApostropheWithin(i, from))) {
                hash = 31 * hash + text.charAt(i++);
            }
            add(from, i, hash, isLinked);
            isLinked = true;
        }
    }

    private void add(int from, int to, int hash, boolean isLinked) {
        if (count == start.length) {
            start = Arrays.copyOf(start, 2 * count);
            end = Arrays.copyOf(end, 2 * count);
            entries = Arrays.copyOf(entries, 2 * count);
            linked = Arrays.copyOf(linked, 2 * count);
        }
        start[count] = from;
        end[count] = to;
        entries[count] = words.find(text, from, to, hash);
        linked[count++] = isLinked;
    }

    /** Returns whether a character is a letter or digit, or half of one beyond 16 bits. */
    private static boolean isInWord(char c) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private boolean isApostropheWithin(int i, int from) {
        char c = text.charAt(i);
        return (c == '\'' || c == '’')
                && i > from
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i + 1))
                && text.indexOf(c, from) == i;
    }

    private static boolean isLink(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2013' && c != '\u2012') || Character.isWhitespace(c);
    }

    /** Returns the number of words. */
    public int count() {
        return count;
    }

    /** Returns the offset of a word in the text. */
    public int start(int token) {
        return start[token];
    }

    /** Returns the offset after a word. */
    public int end(int token) {
        return end[token];
    }

    /** Returns the ordinal of a word's normal form; negative if the vocabulary does not have it. */
    public int word(int token) {
        return entries[token].word();
    }

    int acronym(int token) {
        return entries[token].acronym();
    }

    /** Returns whether only space and hyphens separate a word from the one before it. */
    public boolean isLinked(int token) {
        return linked[token];
    }

    String raw(int token) {
        return entries[token].raw();
    }

    /** Returns the normal form with an ordinal. */
    public String normal(int word) {
        return words.normal(word);
    }

    String text() {
        return text;
    }

    /** Returns the words of a label as written. */
    static List<String> split(String label) {
        Tokens tokens = new Tokens(NO_WORDS);
        tokens.of(label);
        return Arrays.stream(tokens.entries, 0, tokens.count)
                .map(WordDictionary.Entry::raw)
                .toList();
    }
}

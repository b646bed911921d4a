package org.invisiblecollege.ingest.source.bibtex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.LaTeX;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.read.ListedAuthors.Parts;

/** Reads names in LaTeX, those in BibLaTeX's extended form among them. */
final class AuthorField {

    /** Marks that lead to footnotes, which are no part of a name. */
    private static final Pattern MARK = Pattern.compile(
            "\\$\\s*\\^[^$]*\\$|\\\\(?:textsuperscript|footnotemark|thanks|footnote)\\s*(?:\\[[^\\]]*\\])?\\{[^{}]*\\}");

    private static final Pattern EXTENDED =
            Pattern.compile("\\s*\"?\\s*(?:family|given|prefix|suffix)(?:-i)?\\s*=.*", Pattern.DOTALL);
    /** "1=..." or "1:orcid=..." of an annotation. */
    private static final Pattern ANNOTATION = Pattern.compile("(\\d{1,4})\\s*=\\s*\"([^\"]*)\"");

    private AuthorField() {}

    /**
     * Adds the people of a field.
     *
     * @param orcids by position, from 1
     */
    static void read(String written, Map<Integer, String> orcids, ListedAuthors authors) {
        for (String name : split(MARK.matcher(written).replaceAll(""), " and ")) {
            add(name, new Identity(null, orcids.get(authors.size() + 1), List.of()), authors);
        }
    }

    private static void add(String written, Identity identity, ListedAuthors authors) {
        if (EXTENDED.matcher(written).matches()) {
            extended(written, identity, authors);
            return;
        }
        if (isInOneGroup(written)) {
            authors.group(LaTeX.decode(written), identity);
            return;
        }
        List<String> raw = split(written, ",");
        List<String> parts = raw.stream().map(LaTeX::decode).toList();
        if (parts.size() == 2 && isInOneGroup(raw.getFirst())) {
            // Braces keep what is in them together.
            authors.person(new Parts(parts.get(0), parts.get(1), "", ""), identity);
        } else {
            authors.person(String.join(", ", parts), identity);
        }
    }

    private static void extended(String written, Identity identity, ListedAuthors authors) {
        Map<String, String> parts = new HashMap<>();
        String plain = written.strip();
        if (plain.startsWith("\"") && plain.endsWith("\"") && plain.length() > 1) {
            plain = plain.substring(1, plain.length() - 1);
        }
        boolean isProtected = false;
        for (String part : split(plain, ",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String value = part.substring(equals + 1).strip();
                isProtected |= value.startsWith("{");
                parts.put(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), LaTeX.decode(value));
            }
        }
        String family = parts.getOrDefault("family", "");
        if (parts.getOrDefault("given", "").isEmpty() && isProtected) {
            authors.group(family, identity);
        } else {
            authors.person(
                    new Parts(
                            family,
                            parts.getOrDefault("given", ""),
                            parts.getOrDefault("prefix", ""),
                            parts.getOrDefault("suffix", "")),
                    identity);
        }
    }

    /** Returns whether one pair of braces is around all of a text. */
    private static boolean isInOneGroup(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return true;
    }

    /** Returns the ORCIDs of an annotation such as {@code 1="0000-0002-1825-0097"}, by position. */
    static Map<Integer, String> annotated(String annotation) {
        Map<Integer, String> orcids = new HashMap<>();
        Matcher each = ANNOTATION.matcher(annotation);
        while (each.find()) {
            FieldText.orcid(each.group(2)).ifPresent(orcid -> orcids.put(Integer.valueOf(each.group(1)), orcid));
        }
        return orcids;
    }

    /** Splits a text where no brace is open; white space is folded. */
    static List<String> split(String written, String separator) {
        String text = FieldText.clean(written);
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (depth <= 0 && text.regionMatches(true, i, separator, 0, separator.length())) {
                parts.add(text.substring(from, Math.max(from, i)).strip());
                from = i + separator.length();
                // The space after one "and" may be the one before the next.
                i = from - (separator.endsWith(" ") ? 2 : 1);
            }
        }
        parts.add(text.substring(Math.min(from, text.length())).strip());
        return parts;
    }
}

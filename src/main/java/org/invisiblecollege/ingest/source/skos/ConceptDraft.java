package org.invisiblecollege.ingest.source.skos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.invisiblecollege.ingest.read.FieldText;

/** Collects what documents say about one resource that may be a concept. */
final class ConceptDraft {

    private static final Comparator<TaggedText> PREFERRED_FIRST = Comparator.comparingInt(TaggedText::rank)
            .thenComparing(TaggedText::language)
            .thenComparing(TaggedText::text);

    /** The file that says it is a concept; empty as long as none does. */
    String file = "";

    int line;
    boolean isDeprecated;
    final Set<String> schemes = new TreeSet<>();
    final Set<String> broader = new TreeSet<>();
    final Set<String> related = new TreeSet<>();
    private final List<TaggedText> labels = new ArrayList<>();
    private final List<TaggedText> altLabels = new ArrayList<>();
    private final List<TaggedText> hiddenLabels = new ArrayList<>();
    private final List<TaggedText> scopeNotes = new ArrayList<>();

    /** A text and its language, in lower case, empty for none. */
    private record TaggedText(String text, String language) {

        boolean isEnglish() {
            return language.equals("en") || language.startsWith("en-");
        }

        /** Ranks English first, then no language, then any other. */
        int rank() {
            return isEnglish() ? 0 : language.isEmpty() ? 1 : 2;
        }

        /** Returns whether readers of the other text can read this one. */
        boolean isReadableWith(TaggedText other) {
            return language.isEmpty() || language.equals(other.language) || (isEnglish() && other.isEnglish());
        }
    }

    boolean isConcept() {
        return !file.isEmpty();
    }

    void label(Value value) {
        add(value, labels);
    }

    void altLabel(Value value) {
        add(value, altLabels);
    }

    void hiddenLabel(Value value) {
        add(value, hiddenLabels);
    }

    void scopeNote(Value value) {
        add(value, scopeNotes);
    }

    private static void add(Value value, List<TaggedText> to) {
        String text = value instanceof Literal ? FieldText.clean(value.stringValue()) : "";
        if (!text.isEmpty()) {
            String language = ((Literal) value).getLanguage().orElse("");
            to.add(new TaggedText(text, language.toLowerCase(Locale.ROOT)));
        }
    }

    /** Returns the preferred label, then alternative ones; nothing if there is no preferred one. */
    List<String> labels() {
        return labels.stream().min(PREFERRED_FIRST).stream()
                .flatMap(chosen -> Stream.concat(
                        Stream.of(chosen.text),
                        Stream.concat(labels.stream(), altLabels.stream())
                                .filter(label -> label.isReadableWith(chosen))
                                .map(TaggedText::text)
                                .filter(text -> !text.equals(chosen.text))
                                .sorted()))
                .distinct()
                .toList();
    }

    /** Returns the hidden labels in the language of the preferred one. */
    List<String> hiddenLabels() {
        return labels.stream().min(PREFERRED_FIRST).stream()
                .flatMap(chosen -> hiddenLabels.stream().filter(label -> label.isReadableWith(chosen)))
                .map(TaggedText::text)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the scope notes, one in the preferred language first. */
    List<String> scopeNotes() {
        return scopeNotes.stream().sorted(PREFERRED_FIRST).map(TaggedText::text).toList();
    }
}

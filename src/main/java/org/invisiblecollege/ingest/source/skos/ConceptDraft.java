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

/** What documents say of one thing that may be a concept. */
final class ConceptDraft {

    private static final Comparator<Label> PREFERRED_FIRST =
            Comparator.comparingInt(Label::rank).thenComparing(Label::language).thenComparing(Label::text);

    /** Where it is said to be a concept; empty as long as it is not. */
    String file = "";

    int line;
    boolean isDeprecated;
    final Set<String> schemes = new TreeSet<>();
    final Set<String> broader = new TreeSet<>();
    final Set<String> related = new TreeSet<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Label> altLabels = new ArrayList<>();
    private final List<Label> hiddenLabels = new ArrayList<>();
    private final List<Label> scopeNotes = new ArrayList<>();

    /** A text and its language, in lower case, empty for none. */
    private record Label(String text, String language) {

        boolean isEnglish() {
            return language.equals("en") || language.startsWith("en-");
        }

        /** English first, then no language, then any other. */
        int rank() {
            return isEnglish() ? 0 : language.isEmpty() ? 1 : 2;
        }

        /** Whether whoever reads the one reads the other. */
        boolean goesWith(Label other) {
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

    private static void add(Value value, List<Label> to) {
        String text = value instanceof Literal ? FieldText.clean(value.stringValue()) : "";
        if (!text.isEmpty()) {
            String language = ((Literal) value).getLanguage().orElse("");
            to.add(new Label(text, language.toLowerCase(Locale.ROOT)));
        }
    }

    /** Preferred label, alternative ones behind it; none if there is no preferred one. */
    List<String> labels() {
        return labels.stream().min(PREFERRED_FIRST).stream()
                .flatMap(chosen -> Stream.concat(
                        Stream.of(chosen.text),
                        Stream.concat(labels.stream(), altLabels.stream())
                                .filter(label -> label.goesWith(chosen))
                                .map(Label::text)
                                .filter(text -> !text.equals(chosen.text))
                                .sorted()))
                .distinct()
                .toList();
    }

    /** Hidden labels of the language of the preferred one. */
    List<String> hiddenLabels() {
        return labels.stream().min(PREFERRED_FIRST).stream()
                .flatMap(chosen -> hiddenLabels.stream().filter(label -> label.goesWith(chosen)))
                .map(Label::text)
                .distinct()
                .sorted()
                .toList();
    }

    /** Scope notes, the one in the language preferred first. */
    List<String> scopeNotes() {
        return scopeNotes.stream().sorted(PREFERRED_FIRST).map(Label::text).toList();
    }
}

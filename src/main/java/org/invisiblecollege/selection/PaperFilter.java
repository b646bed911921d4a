package org.invisiblecollege.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.NamesIds;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that papers match, all at once. An Any list needs one of its values, an All list all of them; null is no
 * condition.
 *
 * @param includeNarrower whether a topic includes the topics below it
 * @param topicMethods methods whose topics count; without topics: papers with a topic by one of them
 * @param schemes vocabularies whose topics count; without topics: papers with a topic of one of them
 * @param maxAuthorsPerPaper papers with more authors do not match
 * @param text words that the title must have
 */
public record PaperFilter(
        @Nullable YearWindow window,
        @Nullable List<String> authorsAny,
        @Nullable List<String> authorsAll,
        @Nullable List<String> organisationsAny,
        @Nullable List<String> organisationsAll,
        @Nullable List<String> topicsAny,
        @Nullable List<String> topicsAll,
        boolean includeNarrower,
        @Nullable List<TopicMethod> topicMethods,
        @Nullable List<String> schemes,
        @Nullable List<String> categories,
        @Nullable List<String> venues,
        @Nullable List<String> types,
        @Nullable Integer maxAuthorsPerPaper,
        @Nullable String text)
        implements NamesIds<PaperFilter> {

    public PaperFilter {
        if (maxAuthorsPerPaper != null && maxAuthorsPerPaper < 1) {
            throw DomainException.invalid("maxAuthorsPerPaper must be 1 or more, was " + maxAuthorsPerPaper + ".");
        }
    }

    @Override
    public List<String> ids() {
        return Stream.of(authorsAny, authorsAll, organisationsAny, organisationsAll, topicsAny, topicsAll)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public PaperFilter withIds(UnaryOperator<String> replace) {
        return new PaperFilter(
                window,
                replaced(authorsAny, replace),
                replaced(authorsAll, replace),
                replaced(organisationsAny, replace),
                replaced(organisationsAll, replace),
                replaced(topicsAny, replace),
                replaced(topicsAll, replace),
                includeNarrower,
                topicMethods,
                schemes,
                categories,
                venues,
                types,
                maxAuthorsPerPaper,
                text);
    }

    private static @Nullable List<String> replaced(@Nullable List<String> ids, UnaryOperator<String> replace) {
        return ids == null ? null : ids.stream().map(replace).toList();
    }

    /**
     * Returns the conditions in words, for the sentence that explains an answer.
     *
     * @param names returns the names of authors, organisations and topics, given their ids
     */
    public String inWords(UnaryOperator<List<String>> names) {
        List<String> words = new ArrayList<>();
        if (window != null && (window.from() != null || window.to() != null)) {
            words.add("published " + (window.from() == null ? "up" : "from " + window.from())
                    + (window.to() == null ? " on" : " to " + window.to()));
        }
        addTo(words, "by any of", named(authorsAny, names));
        addTo(words, "by all of", named(authorsAll, names));
        addTo(words, "from any of", named(organisationsAny, names));
        addTo(words, "from all of", named(organisationsAll, names));
        String narrower = includeNarrower ? " (narrower topics included)" : "";
        addTo(words, "on any of" + narrower, named(topicsAny, names));
        addTo(words, "on all of" + narrower, named(topicsAll, names));
        addTo(words, "with topics by method", topicMethods);
        addTo(words, "with topics of scheme", schemes);
        addTo(words, "in categories", categories);
        addTo(words, "in venues", venues);
        addTo(words, "of types", types);
        if (maxAuthorsPerPaper != null) {
            words.add("with at most " + maxAuthorsPerPaper + " authors");
        }
        if (text != null) {
            words.add("with \"" + text + "\" in the title");
        }
        return words.isEmpty() ? "all papers" : "papers " + String.join(", ", words);
    }

    private static @Nullable List<String> named(@Nullable List<String> ids, UnaryOperator<List<String>> names) {
        return ids == null ? null : names.apply(ids);
    }

    private static void addTo(List<String> words, String what, @Nullable List<?> values) {
        if (values != null) {
            words.add(what + " "
                    + String.join(", ", values.stream().map(String::valueOf).toList()));
        }
    }
}

package org.invisiblecollege.paper;

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
 * A selection of papers. All conditions hold at once; each Any list is an or, each All list an and; null is no
 * condition.
 *
 * @param includeNarrower whether a topic also stands for those below it
 * @param topicMethods methods by which topics count; alone: papers with a topic by one of them
 * @param schemes vocabularies whose topics count; alone: papers with a topic of one of them
 * @param maxAuthorsPerPaper papers with more authors are left out
 * @param text words the title has
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

    /** Whether it lets every paper through. */
    boolean isEmpty() {
        boolean noWindow = window == null || (window.from() == null && window.to() == null);
        return noWindow
                && Stream.of(
                                authorsAny,
                                authorsAll,
                                organisationsAny,
                                organisationsAll,
                                topicsAny,
                                topicsAll,
                                topicMethods,
                                schemes,
                                categories,
                                venues,
                                types,
                                maxAuthorsPerPaper,
                                text)
                        .allMatch(Objects::isNull);
    }

    @Override
    public List<String> ids() {
        return Stream.of(authorsAny, authorsAll, organisationsAny, organisationsAll, topicsAny, topicsAll)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public PaperFilter withIds(UnaryOperator<String> id) {
        return new PaperFilter(
                window,
                each(authorsAny, id),
                each(authorsAll, id),
                each(organisationsAny, id),
                each(organisationsAll, id),
                each(topicsAny, id),
                each(topicsAll, id),
                includeNarrower,
                topicMethods,
                schemes,
                categories,
                venues,
                types,
                maxAuthorsPerPaper,
                text);
    }

    private static @Nullable List<String> each(@Nullable List<String> ids, UnaryOperator<String> id) {
        return ids == null ? null : ids.stream().map(id).toList();
    }

    /** The conditions in words, for the sentence that says how an answer was made. */
    public String inWords() {
        List<String> words = new ArrayList<>();
        if (window != null && (window.from() != null || window.to() != null)) {
            words.add("published " + (window.from() == null ? "up" : "from " + window.from())
                    + (window.to() == null ? " on" : " to " + window.to()));
        }
        say(words, "by any of", authorsAny);
        say(words, "by all of", authorsAll);
        say(words, "from any of", organisationsAny);
        say(words, "from all of", organisationsAll);
        String narrower = includeNarrower ? " (narrower topics included)" : "";
        say(words, "on any of" + narrower, topicsAny);
        say(words, "on all of" + narrower, topicsAll);
        say(words, "with topics by method", topicMethods);
        say(words, "with topics of scheme", schemes);
        say(words, "in categories", categories);
        say(words, "in venues", venues);
        say(words, "of types", types);
        if (maxAuthorsPerPaper != null) {
            words.add("with at most " + maxAuthorsPerPaper + " authors");
        }
        if (text != null) {
            words.add("with \"" + text + "\" in the title");
        }
        return words.isEmpty() ? "all papers" : "papers " + String.join(", ", words);
    }

    private static void say(List<String> words, String what, @Nullable List<?> values) {
        if (values != null) {
            words.add(what + " "
                    + String.join(", ", values.stream().map(String::valueOf).toList()));
        }
    }
}

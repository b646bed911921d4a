package org.invisiblecollege.ingest.source.pagetext;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of page whose saved text can be read. */
enum PageKind {
    /** A person's profile: metrics, then papers with the first authors. */
    PROFILE_PAGE("(?m)^h-index\\d+$"),
    /** Abstracts alone, each after the word Abstract. */
    ABSTRACTS_PAGE("(?m)\\AAbstract:"),
    /** A day's papers, with title and abstract in separate paragraphs. */
    DAILY_PAGE("(?m)^Daily Papers$"),
    /** A paper on each line, from upvotes to date. */
    LISTING_PAGE("(?m)\\A(?:\\d+|-) .* · \\w{3} \\d{1,2}(?:, \\d{4})?(?: \\d+)?$"),
    /** Papers similar to another one: a line of title, a line of abstract. */
    SIMILAR_PAPERS_PAGE("(?m)\\A.*\\R.*\\RSubscribe\\p{Lu}");

    private final String pattern;

    PageKind(String pattern) {
        this.pattern = pattern;
    }

    /** Detects the kind of a page from its text. */
    static Optional<PageKind> of(String text) {
        return List.of(values()).stream()
                .filter(kind -> Pattern.compile(kind.pattern).matcher(text).find())
                .findFirst();
    }
}

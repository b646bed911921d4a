package org.invisiblecollege.ingest.source.pagetext;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages whose saved text can be read. */
enum PageKind {
    /** A person's profile: metrics, then papers with the first authors. */
    PROFILE_PAGE("(?m)^h-index\\d+$"),
    /** Abstracts alone, each behind the word Abstract. */
    ABSTRACTS_PAGE("(?m)\\AAbstract:"),
    /** A day's papers, title and abstract in paragraphs of their own. */
    DAILY_PAGE("(?m)^Daily Papers$"),
    /** One paper a line, from upvotes to date. */
    LISTING_PAGE("(?m)\\A(?:\\d+|-) .* · \\w{3} \\d{1,2}(?:, \\d{4})?(?: \\d+)?$"),
    /** Papers like another one: title line, abstract line. */
    SIMILAR_PAPERS_PAGE("(?m)\\A.*\\R.*\\RSubscribe\\p{Lu}");

    private final String pattern;

    PageKind(String pattern) {
        this.pattern = pattern;
    }

    /** The kind of a page by its text. */
    static Optional<PageKind> of(String text) {
        return List.of(values()).stream()
                .filter(kind -> Pattern.compile(kind.pattern).matcher(text).find())
                .findFirst();
    }
}

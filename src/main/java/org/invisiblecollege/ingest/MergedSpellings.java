package org.invisiblecollege.ingest;

import java.util.List;

/** Spellings of one source found to be one person, by the co-authors they share. */
record MergedSpellings(String author, List<String> names, List<String> sharedCoAuthors) {

    /** Names the rule, in decisions; changes when it does. */
    static final String METHOD = "folded-name-and-shared-co-author/1";
}

package org.invisiblecollege.ingest.source.csv;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Translates kinds of publications into Crossref's words. */
final class PublicationTypes {

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("article", "journal-article"),
            Map.entry("journalarticle", "journal-article"),
            Map.entry("magazinearticle", "journal-article"),
            Map.entry("newspaperarticle", "journal-article"),
            Map.entry("articleinpress", "journal-article"),
            Map.entry("earlyaccess", "journal-article"),
            Map.entry("review", "journal-article"),
            Map.entry("reviewarticle", "journal-article"),
            Map.entry("conferencereview", "journal-article"),
            Map.entry("shortsurvey", "journal-article"),
            Map.entry("letter", "journal-article"),
            Map.entry("editorial", "journal-article"),
            Map.entry("editorialmaterial", "journal-article"),
            Map.entry("erratum", "journal-article"),
            Map.entry("correction", "journal-article"),
            Map.entry("note", "journal-article"),
            Map.entry("datapaper", "journal-article"),
            Map.entry("ieeejournals", "journal-article"),
            Map.entry("conferencepaper", "proceedings-article"),
            Map.entry("proceedingspaper", "proceedings-article"),
            Map.entry("proceeding", "proceedings-article"),
            Map.entry("proceedingsarticle", "proceedings-article"),
            Map.entry("conferenceproceedingsarticle", "proceedings-article"),
            Map.entry("meetingabstract", "proceedings-article"),
            Map.entry("ieeeconferences", "proceedings-article"),
            Map.entry("conferenceproceedings", "proceedings"),
            Map.entry("proceedings", "proceedings"),
            Map.entry("preprint", "posted-content"),
            Map.entry("postedcontent", "posted-content"),
            Map.entry("chapter", "book-chapter"),
            Map.entry("bookchapter", "book-chapter"),
            Map.entry("booksection", "book-chapter"),
            Map.entry("encyclopediaarticle", "book-chapter"),
            Map.entry("thesis", "dissertation"),
            Map.entry("dissertation", "dissertation"),
            Map.entry("book", "book"),
            Map.entry("editedbook", "edited-book"),
            Map.entry("monograph", "monograph"),
            Map.entry("report", "report"),
            Map.entry("dataset", "dataset"),
            Map.entry("standard", "standard"));

    private PublicationTypes() {}

    /** Returns the first word of a list that has a counterpart; empty if none has. */
    static Optional<String> of(String written) {
        return Stream.of(written.split("[;|,]"))
                .map(part -> NO_LETTER.matcher(part.toLowerCase(Locale.ROOT)).replaceAll(""))
                .filter(WORDS::containsKey)
                .findFirst()
                .map(word -> WORDS.getOrDefault(word, word));
    }
}

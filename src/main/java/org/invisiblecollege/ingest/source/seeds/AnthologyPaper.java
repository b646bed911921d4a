package org.invisiblecollege.ingest.source.seeds;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.VenueMention;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.topic.TopicMention;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/**
 * A line of the Anthology's seed file: the facts of a paper, without its abstract. Its components are the file's format, which
 * is terse because there are many lines.
 *
 * @param id in the Anthology
 * @param authors in order
 * @param incomplete true if {@code authors} are not all of them, else left out
 * @param retracted true or left out
 * @param topics mentions of topics by field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AnthologyPaper(
        String id,
        @Nullable String title,
        @Nullable List<Author> authors,
        @Nullable Boolean incomplete,
        @Nullable String date,
        @Nullable List<Venue> venues,
        @Nullable String type,
        @Nullable Boolean retracted,
        @Nullable String doi,
        @Nullable Map<String, List<Mention>> topics) {

    private static final String SCHEME = "acl";
    private static final String DOI = "doi";
    /** The start of the ids of topics, which the file leaves out. */
    private static final String TOPIC = "topic:language-technology:";

    /** An author: name as written, id in the Anthology, ORCID, and the name that the Anthology shows. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"name", "id", "orcid", "canonicalName"})
    record Author(
            String name,
            @Nullable String id,
            @Nullable String orcid,
            @Nullable String canonicalName) {}

    /** A venue. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"name", "acronym"})
    record Venue(String name, @Nullable String acronym) {}

    /** A mention: topic, offset of the first character, and the words. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"topic", "start", "text"})
    record Mention(String topic, int start, String text) {

        static Mention of(TopicMention mention) {
            if (!mention.topic().startsWith(TOPIC)) {
                throw new IllegalArgumentException(mention.topic() + " is not of the bundled vocabulary");
            }
            return new Mention(mention.topic().substring(TOPIC.length()), mention.start(), mention.text());
        }

        TopicMention in(String field) {
            return new TopicMention(TOPIC + topic, TopicMethod.MATCHED, field, text, start, start + text.length());
        }
    }

    static AnthologyPaper of(PaperRecord paper) {
        PublicationDate date = paper.publishedOn();
        return new AnthologyPaper(
                paper.recordId(),
                paper.title(),
                paper.authors().stream()
                        .map(author ->
                                new Author(author.name(), author.sourceId(), author.orcid(), author.canonicalName()))
                        .toList(),
                paper.authorsComplete() ? null : true,
                date == null ? null : date.text(),
                paper.publication().venues().stream()
                        .map(venue -> new Venue(venue.name(), venue.acronym()))
                        .toList(),
                paper.type(),
                paper.isRetracted() ? true : null,
                paper.externalIds().get(DOI),
                paper.mentions().stream()
                        .collect(Collectors.groupingBy(
                                TopicMention::field, Collectors.mapping(Mention::of, Collectors.toList()))));
    }

    PaperRecord toRecord() {
        List<AuthorMention> listed = new ArrayList<>();
        for (Author author : orNone(authors)) {
            listed.add(new AuthorMention(
                    author.name, listed.size() + 1, author.id, author.orcid, List.of(), author.canonicalName));
        }
        List<TopicMention> mentions = new ArrayList<>();
        for (String field : List.of("title", "abstract")) {
            Objects.requireNonNullElse(topics, Map.<String, List<Mention>>of())
                    .getOrDefault(field, List.of())
                    .forEach(mention -> mentions.add(mention.in(field)));
        }
        PaperRecord.Builder paper = PaperRecord.of(id)
                .title(title)
                .authors(listed, incomplete == null)
                .publishedOn(date == null ? null : new PublicationDate(date))
                .venueMentions(orNone(venues).stream()
                        .map(venue -> new VenueMention(venue.name, venue.acronym))
                        .toList())
                .type(type)
                .mentions(mentions)
                .externalId(SCHEME, id);
        if (doi != null) {
            paper.externalId(DOI, doi);
        }
        if (retracted != null) {
            paper.retracted();
        }
        return paper.build();
    }

    private static <T> List<T> orNone(@Nullable List<T> written) {
        return Objects.requireNonNullElse(written, List.of());
    }
}

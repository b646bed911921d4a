package org.invisiblecollege.ingest.source.seeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.ShingleSketch;
import org.invisiblecollege.topic.TopicMention;
import org.invisiblecollege.topic.TopicMethod;
import org.jspecify.annotations.Nullable;

/** A line of a seed file: the facts of a record, without the sentences of its abstract. Its components are the file's format. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SeedPaper(
        String record,
        @Nullable String title,
        @Nullable List<SeedAuthor> authors,
        boolean authorsComplete,
        @Nullable Integer authorCount,
        @Nullable List<String> organisations,
        @Nullable String publishedOn,
        @Nullable List<String> categories,
        @Nullable List<AssertedTopic> topics,
        @Nullable Map<String, String> reported,
        @Nullable String abstractFingerprint,
        @Nullable List<SeedMention> mentions) {

    /** An author in a seed file. */
    record SeedAuthor(String name, @Nullable Integer position) {

        AuthorMention toMention() {
            return AuthorMention.of(name, position);
        }
    }

    /** A mention of a topic in a seed file, see {@link TopicMention}. */
    record SeedMention(String topic, String field, String text, int start, int end) {

        static SeedMention of(TopicMention mention) {
            return new SeedMention(mention.topic(), mention.field(), mention.text(), mention.start(), mention.end());
        }

        TopicMention toMention() {
            return new TopicMention(topic, TopicMethod.MATCHED, field, text, start, end);
        }
    }

    static SeedPaper of(PaperRecord paper) {
        ShingleSketch fingerprint = paper.fingerprint();
        PublicationDate date = paper.publishedOn();
        return new SeedPaper(
                paper.recordId(),
                paper.title(),
                paper.authors().stream()
                        .map(author -> new SeedAuthor(author.name(), author.position()))
                        .toList(),
                paper.authorsComplete(),
                paper.authorCount(),
                paper.organisations().stream().map(OrganisationMention::name).toList(),
                date == null ? null : date.text(),
                paper.categories(),
                paper.assertedTopics(),
                paper.reported(),
                fingerprint == null ? null : fingerprint.encoded(),
                paper.mentions().stream().map(SeedMention::of).toList());
    }

    PaperRecord toRecord() {
        PaperRecord.Builder paper = PaperRecord.of(record)
                .title(title)
                .fingerprint(abstractFingerprint == null ? null : ShingleSketch.decoded(abstractFingerprint))
                .mentions(map(mentions, SeedMention::toMention))
                .authors(map(authors, SeedAuthor::toMention), authorsComplete)
                .authorCount(authorCount)
                .organisations(map(organisations, OrganisationMention::of))
                .publishedOn(publishedOn == null ? null : new PublicationDate(publishedOn))
                .categories(map(categories, category -> category))
                .assertedTopics(map(topics, topic -> topic));
        Objects.requireNonNullElse(reported, Map.<String, String>of()).forEach(paper::reported);
        return paper.build();
    }

    /** Maps a list, which a line leaves out where it is empty. */
    private static <S, T> List<T> map(@Nullable List<S> written, Function<S, T> mapping) {
        return written == null ? List.of() : written.stream().map(mapping).toList();
    }
}

package org.invisiblecollege.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.topic.TopicMention;
import org.invisiblecollege.topic.TopicMethod;
import org.junit.jupiter.api.Test;

/** A digest decides whether a load finds a record unchanged, so that of the same content stays as stores have it. */
class PaperRecordTests {

    private static final List<TopicMention> MENTIONS = List.of(
            new TopicMention("topic:x:parsing", TopicMethod.MATCHED, "title", "parsing", 2, 9),
            new TopicMention("topic:x:graphs", TopicMethod.MATCHED, "abstract", "graph", 20, 25));

    private static PaperRecord.Builder full() {
        return PaperRecord.of("W7")
                .title("A parsing study")
                .abstractText("We measure how well a graph of words is parsed.")
                .authors(
                        List.of(
                                new AuthorMention(
                                        "Ada Önder",
                                        1,
                                        "A1",
                                        "0000-0002-1825-0097",
                                        List.of(new OrganisationMention("Uni A", "I1", "05f82e368", "GB"))),
                                AuthorMention.of("Bo Li", null)),
                        false)
                .authorCount(3)
                .organisations(List.of(OrganisationMention.of("Team B")))
                .publishedOn(new PublicationDate("2020-05"))
                .categories(List.of("CL", "LG"))
                .venue("ACL")
                .type("proceedings-article")
                .retracted()
                .externalId("openalex", "W7")
                .externalId("doi", "10.1/x")
                .assertedTopics(List.of(new AssertedTopic("openalex", "T1", "Parsing", 0.75)))
                .references(List.of("W1", "W2"))
                .citationCount(12)
                .reported("score", "1.5")
                .reported("code", "yes")
                .reported("comments", null);
    }

    @Test
    void digestsAFullRecordAsStoresHaveIt() {
        assertThat(full().build().digest()).isEqualTo("e0ff5faa854d45701b6066177e6518a4");
    }

    @Test
    void digestsARecordWithTopicsAsStoresHaveIt() {
        PaperRecord paper = full().build().withMentions(MENTIONS);
        assertThat(paper.mentions()).isEqualTo(MENTIONS);
        assertThat(paper.fingerprint()).isEqualTo(full().build().fingerprint());
        assertThat(paper.digest()).isEqualTo("5c16167dcd26025a8c893436994876bf");
        assertThat(full().mentions(MENTIONS).build().digest()).isEqualTo("5c16167dcd26025a8c893436994876bf");
    }

    @Test
    void digestsARecordThatSaysNothingAsStoresHaveIt() {
        assertThat(PaperRecord.of("a.bib:1").build().digest()).isEqualTo("62b62946944876ba5d1ba3705973f00f");
        assertThat(PaperRecord.of("another").build().digest()).isEqualTo("62b62946944876ba5d1ba3705973f00f");
    }
}

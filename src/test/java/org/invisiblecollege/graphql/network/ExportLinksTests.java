package org.invisiblecollege.graphql.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.invisiblecollege.collaboration.CollaborationQuestion;
import org.invisiblecollege.collaboration.OrganisationQuestion;
import org.invisiblecollege.graphql.limit.GraphQlProperties;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.selection.PaperFilter;
import org.invisiblecollege.selection.YearWindow;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.NeighbourhoodQuestion;
import org.invisiblecollege.topicnetwork.Normalisation;
import org.invisiblecollege.topicnetwork.TopicRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ExportLinksTests {

    private static final int PROCESSES = 6;

    private record Question(String about) {}

    /** Returns links as a separate process would. */
    private static ExportLinks links(Path key) {
        return new ExportLinks(new JsonMapper(), new GraphQlProperties(20, Map.of(), 1, Duration.ofSeconds(1), key));
    }

    @Test
    void processesThatMakeTheKeyAtTheSameTimeShareOne(@TempDir Path folder) throws Exception {
        CyclicBarrier start = new CyclicBarrier(PROCESSES);
        try (ExecutorService processes = Executors.newFixedThreadPool(PROCESSES)) {
            for (int round = 0; round < 12; round++) {
                Path key = folder.resolve("store-" + round).resolve("export-key");
                List<Future<String>> given = new ArrayList<>();
                for (int process = 0; process < PROCESSES; process++) {
                    ExportLinks links = links(key);
                    given.add(processes.submit(() -> {
                        start.await();
                        return links.write(new Question("who?"), "kind");
                    }));
                }
                ExportLinks later = links(key);
                for (Future<String> each : given) {
                    assertThat(later.read(each.get(), "kind", Question.class)).isEqualTo(new Question("who?"));
                }
                assertThat(files(key)).containsExactly("export-key");
            }
        }
    }

    static Stream<Arguments> linksOfAnEarlierVersion() {
        PaperFilter recent = new PaperFilter(
                new YearWindow(2020, null),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                List.of("CL"),
                null,
                null,
                null,
                null);
        return Stream.of(
                Arguments.of(
                        "collaboration-network",
                        "eJx9UMtqwzAQ_Jc9m-KmtAfdTGihkLqhFHooOajSRhaRJaNHnRD875XkOHYuve3M7s7s7Blo8I2xDsj3pSQUdgUwE7SXWgCBl49q_"
                                + "fn6XlcbKIBj5xsgqwIOiN1i6ydttfRYjXpbtFvaoQWig1K588wFRp-nMqPa8IQeEpI6z7qse0VRYhSLU5n-QikaD6S8eyzA"
                                + "ojMqeGk0kPtEONpilXIsghRTyWAXz-ulb2ScP0-pK6WmAydGnyaGUY_CWIn5OetNCig1U4FjTa01fUq3p8rhf8GNFVRLR9Ol"
                                + "S79bfnZ1rME2WY7Q49Ffa9NJ9obRhrsbbql7IWZBf-pmuV_UYUa91Nz06R97a9r4_XJVJoWxPwzDH6wqu2I"
                                + ".YhLKXCjIwRh_fu6zgv2dkg",
                        new CollaborationQuestion(
                                List.of("author:a"),
                                List.of("author:b"),
                                List.of(List.of("author:a", "author:c")),
                                recent,
                                Counting.FRACTIONAL,
                                null,
                                0.5,
                                2,
                                3,
                                2,
                                30,
                                60,
                                1.5,
                                Layout.VOS,
                                List.of())),
                Arguments.of(
                        "organisation-network",
                        "eJwljssKwjAQRf9l1kHqwk22WlelilhEiotghmQwJiUPH4j_7jQuD_fM3PuBayg-kzcgYTt0HQjQOGULcinghjiBHC8CHD7QsbLeDf3x"
                                + "cGbrrl6tNphYXDVN5T7oyhXJ79WEMdVHTCckYzPIZsFpiEZ5SipT8GyM_xXxLTctcFvEFFyZQ76e_SdlSwy-OPf9Ace4OY8"
                                + ".IwxttsAwjAg2Y9f5YtERDQ",
                        new OrganisationQuestion(
                                List.of("country:DE"),
                                List.of(),
                                OrganisationQuestion.Level.COUNTRY,
                                null,
                                Counting.FULL,
                                0,
                                1,
                                1,
                                100,
                                1500,
                                1,
                                Layout.VOS,
                                List.of())),
                Arguments.of(
                        "topic-neighbourhood",
                        "eJwljsEKgzAQRP9lz0FU6CU3a0P1UFuq0IP0EMxSgzGRGLGl9N8b423eMLszXxA4uR5oQkDqTi0CK26tWdECdXZBAgPiBLR9Ehj5m4kX"
                                + "zj59iOPAlRGBA6LrjfDUwiVr8oKdgEBW1-zeeLndS33jE1ofSQPVnbEINI7SAwFt7MiVnLmTRgOF_FqXFfMvLNfD8eOdByvP"
                                + "RbM5OBu17Lkk8tVz1-O4DdGLUgScmWQXhgRF3da-StdLvUd-fzMMTzI.U0BH7TGXHehaeQy_xlJSKw",
                        new NeighbourhoodQuestion(
                                List.of("topic:t"),
                                List.of(),
                                null,
                                Normalisation.COSINE,
                                TopicRank.WEIGHT,
                                null,
                                Set.of(TopicMethod.MATCHED, TopicMethod.ASSERTED),
                                0.25,
                                true,
                                2,
                                1,
                                100,
                                1500,
                                1,
                                Layout.VOS,
                                List.of())));
    }

    @ParameterizedTest
    @MethodSource("linksOfAnEarlierVersion")
    void linksOfAnEarlierVersionAreRead(String file, String link, Object question, @TempDir Path folder)
            throws IOException {
        Path key = Files.writeString(folder.resolve("export-key"), "an-export-key-of-an-earlier-version-43-long");
        NetworkKind<?> kind = NetworkKind.ofFile(file).orElseThrow();
        assertThat(links(key).read(link, kind.signedAs(), kind.question())).isEqualTo(question);
    }

    @Test
    void aLinkOfOneKindIsNotReadAsAnother(@TempDir Path folder) {
        ExportLinks links = links(folder.resolve("export-key"));
        String link = links.write(new Question("who?"), "kind");
        assertThatThrownBy(() -> links.read(link, "another kind", Question.class))
                .isInstanceOf(DomainException.class)
                .hasMessage(
                        "The link was not made by this service, or its export key has changed; ask for exportUrl again.");
    }

    private static List<String> files(Path key) throws IOException {
        try (Stream<Path> files = Files.list(key.resolveSibling("."))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}

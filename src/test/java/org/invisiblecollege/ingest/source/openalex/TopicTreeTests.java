package org.invisiblecollege.ingest.source.openalex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.GivenData;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.topic.Concept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicTreeTests {

    private static final Path TABLES = GivenData.FOLDER.resolve("data/openalex-topics");
    private static final Path SAMPLES = GivenData.FOLDER.resolve("data/openalex");
    private static final Pattern LEVEL = Pattern.compile(
            "\"https://openalex\\.org/((?:domains|fields|subfields)/\\d+)\",\\s*\"display_name\":\\s*\"([^\"]+)\"");
    private static final String LOOKUP = """
            type,id,name
            domain,D1,Physical Sciences
            field,F3,Computer Science
            subfield,S25,Artificial Intelligence
            """;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String lookup, String index) throws IOException {
        Files.writeString(folder.resolve("lookup.csv"), lookup);
        Files.writeString(folder.resolve("search-index.csv"), index);
        return KeptRecords.of(TopicTree.open(List.of(folder)));
    }

    private static Map<String, Concept> concepts(List<IngestRecord> records) {
        return records.stream()
                .filter(TopicRecord.class::isInstance)
                .map(TopicRecord.class::cast)
                .collect(Collectors.toMap(TopicRecord::recordId, TopicRecord::concept));
    }

    @Test
    @GivenData("data/openalex-topics")
    void readsTheWholeTree() throws IOException {
        KeptRecords kept = KeptRecords.of(TopicTree.open(List.of(TABLES)));
        assertThat(kept.rejections).isEmpty();
        Map<String, Long> kinds = kept.others.stream()
                .collect(Collectors.groupingBy(
                        record -> record.recordId().replaceFirst("[/0-9].*", ""), Collectors.counting()));
        assertThat(kinds).isEqualTo(Map.of("T", 4516L, "subfields", 244L, "fields", 26L, "domains", 4L));
        Map<String, Concept> tree = concepts(kept.others);
        assertThat(tree.values())
                .noneMatch(Concept::isMatched)
                .allMatch(each -> each.scheme().equals("openalex"));
        // Military Technology and Strategies: Aerospace Engineering, Engineering, Physical Sciences.
        assertThat(tree.get("T14423"))
                .isEqualTo(concept("T14423", "Military Technology and Strategies", "subfields/2202"));
        assertThat(tree.get("subfields/2202"))
                .isEqualTo(concept("subfields/2202", "Aerospace Engineering", "fields/22"));
        assertThat(tree.get("fields/22")).isEqualTo(concept("fields/22", "Engineering", "domains/3"));
        assertThat(tree.get("domains/3")).isEqualTo(concept("domains/3", "Physical Sciences"));
        // The tables have one Genetics, in biochemistry and in medicine.
        assertThat(tree.get("subfields/1311"))
                .isEqualTo(concept("subfields/1311", "Genetics", "fields/13", "fields/27"));
    }

    @Test
    @GivenData("data/openalex")
    void givesTheIdsThatOpenAlexGives() throws IOException {
        Map<String, Concept> tree = concepts(KeptRecords.of(TopicTree.open(List.of(TABLES))).others);
        Map<String, String> own = new HashMap<>();
        try (Stream<Path> samples = Files.walk(SAMPLES)) {
            for (Path sample : samples.filter(Files::isRegularFile).toList()) {
                LEVEL.matcher(Files.readString(sample, StandardCharsets.ISO_8859_1))
                        .results()
                        .forEach(level -> own.put(level.group(1), level.group(2)));
            }
        }
        assertThat(own)
                .hasSize(122)
                .allSatisfy((id, label) -> assertThat(tree.get(id))
                        .as(id)
                        .isNotNull()
                        .extracting(Concept::id, Concept::label)
                        .containsExactly("topic:openalex:" + id, label));
    }

    @Test
    void rejectsRowsWithTheirLines() throws IOException {
        KeptRecords kept = read(LOOKUP + "subfield,S9,Alchemy\n", """
                id,name,did,fid,sid,works_count
                T1,One,D1,F3,S25,7
                T1,Again,D1,F3,S25,7
                T2,Two,D1,F3,S9,x
                W3,Three,D1,F3,S25,7
                T4,,D1,F3,S25,7
                T5,Five,D1
                """);
        assertThat(concepts(kept.others).get("T1")).isEqualTo(concept("T1", "One", "subfields/1702"));
        assertThat(concepts(kept.others).get("T2")).isEqualTo(concept("T2", "Two", "fields/17"));
        assertThat(kept.rejections.stream().map(each -> each.file() + ":" + each.line() + " " + each.code()))
                .containsExactly(
                        "lookup.csv:5 level_unknown",
                        "search-index.csv:3 duplicate_id",
                        "search-index.csv:4 level_unknown",
                        "search-index.csv:5 id_malformed",
                        "search-index.csv:6 topic_without_label",
                        "search-index.csv:7 csv_malformed");
    }

    @Test
    void refusesToOpenOneTableWithoutTheOther() throws IOException {
        Files.writeString(folder.resolve("search-index.csv"), "id,name,did,fid,sid,works_count\n");
        assertThatThrownBy(() -> TopicTree.open(List.of(folder)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no lookup.csv in ");
        Files.createSymbolicLink(folder.resolve("lookup.csv"), folder.resolve("search-index.csv"));
        assertThatThrownBy(() -> TopicTree.open(List.of(folder))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Concept concept(String id, String label, String... broader) {
        return new Concept(
                "topic:openalex:" + id,
                "openalex",
                label,
                List.of(),
                List.of(),
                List.of(broader).stream()
                        .map(above -> "topic:openalex:" + above)
                        .toList(),
                List.of(),
                null,
                false);
    }
}

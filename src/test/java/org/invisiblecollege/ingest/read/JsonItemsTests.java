package org.invisiblecollege.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonItemsTests {

    private static final JsonItems.Layout LAYOUT =
            new JsonItems.Layout(List.of(List.of("message", "items"), List.of("data")), 1000);

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a.json"), bytes);
        return KeptRecords.of(JsonItems.open(
                "test",
                "TEST",
                List.of(file),
                LAYOUT,
                sink -> (item, place) -> place.sink()
                        .accept(PaperRecord.of(JsonValues.text(item, "id")).build())));
    }

    private KeptRecords read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1},{\"id\":2}]",
                "{\"id\":1}\n{\"id\":2}\n",
                "{\"id\":1}{\"id\":2}",
                "\ufeff[\r\n{\"id\":1},\r\n{\"id\":2}\r\n]",
                "[[{\"id\":1}],[{\"id\":2}],[]]",
                "{\"status\":\"ok\",\"message\":{\"facets\":{\"a\":[{\"id\":9}]},\"items\":[{\"id\":1},{\"id\":2}],\"n\":{\"a\":[{}]}}}",
                "{\"token\":\"x\",\"data\":[{\"id\":1}]}\n{\"token\":\"y\",\"data\":[{\"id\":2}]}",
                "[{\"data\":[{\"id\":1,\"data\":[{\"id\":8}]}]},{\"data\":[{\"id\":2}]}]",
                "{\n\"data\": [\n{\n\"id\": 1,\n\"x\": [\n{\n\"y\": 1\n}\n]\n},\n{\"id\": 2}\n]\n}",
                "[{\"id\":1,\"x\":\"} ] { [ \\\" \\\\\"},{\"id\":2,\"n\":NaN,\"t\":\"a\tb\"}]",
                "\u001e{\"id\":1}\n\u001e{\"id\":2}\n",
            })
    void findsItemsInEveryLayout(String text) throws IOException {
        KeptRecords kept = read(text);
        assertThat(kept.ids()).containsExactly("1", "2");
        assertThat(kept.rejections).isEmpty();
    }

    @Test
    void readsAnObjectWithoutAWrappedListAsAnItem() throws IOException {
        assertThat(read("{\"id\":1,\"message\":{\"items\":7},\"list\":{\"data\":[{\"id\":2}]}}")
                        .ids())
                .containsExactly("1");
    }

    @Test
    void goesOnAtTheNextLineWhereAnItemBegins() throws IOException {
        KeptRecords kept = read("""
                {"data": [
                  {
                    "id": 1,
                    "x": [
                      {"id": 7}
                    },
                    "y": [
                      {
                        "id": 8
                      }
                    ]
                  },
                  {"id": 2}
                ], "next": {"a": 1}}
                """);
        assertThat(kept.ids()).containsExactly("2");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("json_malformed", 2));
    }

    @Test
    void goesOnAfterAPageThatIsCutOff() throws IOException {
        KeptRecords kept = read("{\"data\":[{\"id\":1},{\"id\":2\n{\"data\":[{\"id\":3}]}\n");
        assertThat(kept.ids()).containsExactly("1", "3");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("json_malformed", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1},{\"id\":2},",
                "[{\"id\":1},{\"id\":2},{\"id\":3,\"x\":[{\"id\":4}",
                "{\"data\":[{\"id\":1},{\"id\":2}",
                "{\"data\":[{\"id\":1},{\"id\":2}],\"next\":",
                "{\"data\":[{\"id\":1},{\"id\":2}],{\"id\":3}]}",
                "[{\"id\":1},{\"id\":2}},{\"id\":3}]",
                "[{\"id\":1},{\"id\":2},\"id\":3},{\"id\":4,\"author\":[{\"id\":5}]}]",
                "[{\"id\":1},{\"id\":2},{\"id\":3,\"x\":[1}},{\"id\":4}]",
                "{\"id\":1}\n{\"id\":2}\n<html>{\"id\":3}</html>",
            })
    void reportsWhatFollowsDamageOnce(String text) throws IOException {
        KeptRecords kept = read(text);
        assertThat(kept.ids()).containsExactly("1", "2");
        assertThat(kept.rejections).extracting(Rejection::code).containsExactly("json_malformed");
    }

    @Test
    void rejectsWhatIsTooLargeOrTooDeep() throws IOException {
        KeptRecords kept = read("{\"id\":1}\n{\"id\":2,\"x\":\"" + "x".repeat(2000) + "\"}\n{\"id\":3,\"x\":"
                + "[".repeat(150) + "]".repeat(150) + "}\n{\"id\":4}\n{\"id\":5,\"x\":" + "[".repeat(2_000_000)
                + "\n{\"id\":6}\n");
        assertThat(kept.ids()).containsExactly("1", "4", "6");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::line)
                .containsExactly(tuple("record_too_large", 2), tuple("json_too_deep", 3), tuple("record_too_large", 5));
    }

    @Test
    void tellsTheFieldsOfEachFileOnce() throws IOException {
        Map<String, Boolean> fields = new TreeMap<>();
        List<String> told = new ArrayList<>();
        RecordSink sink = new RecordSink() {
            @Override
            public void accept(IngestRecord record) {
                told.add(record.recordId());
            }

            @Override
            public void reject(Rejection rejection) {
                told.add(rejection.code());
            }

            @Override
            public void warn(Warning warning) {
                told.add(warning.code());
            }

            @Override
            public void skip(String code) {
                told.add(code);
            }

            @Override
            public void progress(long bytesRead) {
                // Not asked for here.
            }

            @Override
            public void field(String name, boolean isUsed) {
                told.add(name);
                fields.put(name, isUsed);
            }
        };
        Files.writeString(folder.resolve("a.json"), "[{\"id\":1,\"x\":2},{\"id\":2,\"y\":3}]");
        Files.writeString(folder.resolve("b.json"), "{\"id\":3}");
        JsonItems.open("test", "TEST", List.of(folder.resolve("a.json"), folder.resolve("b.json")), LAYOUT, seen -> {
                    SeenFields names = new SeenFields(seen, Set.of("id", "z"));
                    return (item, place) -> names.of(item.propertyNames(), place.file());
                })
                .read(sink);
        assertThat(told).containsExactly("id", "x", "y", "id", "no_records");
        assertThat(fields).isEqualTo(Map.of("id", true, "x", false, "y", false));
    }

    @Test
    void losesOnlyTheMutatedLine() throws IOException {
        List<String> lines = IntStream.range(0, 10)
                .mapToObj(i ->
                        "{\"id\":" + i + ",\"title\":\"Reeds {" + i + "}\",\"author\":[{\"family\":\"A\"}],\"x\":null}")
                .toList();
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int mutated = random.nextInt(10);
            List<String> text = new ArrayList<>(lines);
            text.set(mutated, mutated(lines.get(mutated), random));
            KeptRecords kept = read(String.join("\n", text));
            assertThat(kept.ids())
                    .as("seed %d: %s", seed, text.get(mutated))
                    .containsAll(IntStream.range(0, 10)
                            .filter(i -> i != mutated)
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }

    @Test
    void keepsWhatStandsBeforeAMutationOfAnArray() throws IOException {
        List<String> items = IntStream.range(0, 10)
                .mapToObj(i ->
                        "{\"id\":" + i + ",\"title\":\"Reeds {" + i + "}\",\"author\":[{\"family\":\"A\"}],\"x\":null}")
                .toList();
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int mutated = random.nextInt(10);
            List<String> text = new ArrayList<>(items);
            text.set(mutated, mutated(items.get(mutated), random));
            KeptRecords kept = read(text.stream().collect(Collectors.joining(",", "{\"data\":[", "]}")));
            assertThat(kept.ids())
                    .as("seed %d: %s", seed, text.get(mutated))
                    .containsAll(IntStream.range(0, mutated)
                            .mapToObj(String::valueOf)
                            .toList());
            assertThat(kept.ids().size() == 10 || !kept.rejections.isEmpty()).isTrue();
        }
    }

    private static String mutated(String line, Random random) {
        int at = random.nextInt(line.length() - 1);
        String before = line.substring(0, at);
        return switch (random.nextInt(3)) {
            case 0 -> before + line.substring(at + 1);
            case 1 -> before + line.charAt(at) + line.substring(at);
            default -> before + line.charAt(at + 1) + line.charAt(at) + line.substring(at + 2);
        };
    }
}

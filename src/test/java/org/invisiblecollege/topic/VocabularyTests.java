package org.invisiblecollege.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.invisiblecollege.ingest.skos.SkosReader;
import org.junit.jupiter.api.Test;

/** The bundled vocabulary holds together. */
class VocabularyTests {

    private final List<Concept> concepts = read();
    private final Map<String, Concept> byId =
            concepts.stream().collect(Collectors.toMap(Concept::id, concept -> concept));

    @Test
    void isLargeAndHasFewTopConcepts() {
        assertThat(concepts).hasSizeGreaterThanOrEqualTo(250);
        assertThat(concepts.stream().filter(concept -> concept.broader().isEmpty()))
                .hasSizeBetween(10, 15);
    }

    @Test
    void pointsOnlyAtConceptsItHas() {
        assertThat(concepts).allSatisfy(concept -> {
            assertThat(byId.keySet()).containsAll(concept.broader());
            assertThat(byId.keySet()).containsAll(concept.related());
        });
    }

    @Test
    void hasNoCycle() {
        assertThat(concepts).allSatisfy(concept -> assertThat(above(concept)).doesNotContain(concept.id()));
    }

    @Test
    void givesEachLabelToOneConceptUnlessItIsAnAcronym() {
        Map<String, Set<String>> owners = new HashMap<>();
        concepts.forEach(concept -> {
            owners.computeIfAbsent(concept.label(), label -> new HashSet<>()).add(concept.id());
            concept.altLabels()
                    .forEach(label -> owners.computeIfAbsent(label, none -> new HashSet<>())
                            .add(concept.id()));
        });
        Set<String> shared = owners.entrySet().stream()
                .filter(owner -> owner.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(shared).containsExactlyInAnyOrder("MMT", "MLLM");
    }

    private Set<String> above(Concept concept) {
        Set<String> above = new HashSet<>();
        List<String> next = concept.broader();
        while (!next.isEmpty()) {
            next = next.stream()
                    .filter(above::add)
                    .flatMap(id -> byId.getOrDefault(id, concept).broader().stream())
                    .toList();
        }
        return above;
    }

    private static List<Concept> read() {
        try (var in = Files.newInputStream(Path.of("seeds/topics.ttl"))) {
            return SkosReader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.invisiblecollege.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.source.skos.SkosReader;
import org.junit.jupiter.api.Test;

/** The bundled vocabulary holds together. */
class VocabularyTests {

    private final List<Concept> concepts = read();
    private final Map<String, Concept> byId =
            concepts.stream().collect(Collectors.toMap(Concept::id, concept -> concept));

    @Test
    void isLargeAndHasFewTopConcepts() {
        assertThat(concepts).hasSizeGreaterThanOrEqualTo(600);
        assertThat(concepts.stream().filter(concept -> concept.broader().isEmpty()))
                .hasSize(14);
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
    void reachesATopConceptFromEveryConcept() {
        Set<String> top = concepts.stream()
                .filter(concept -> concept.broader().isEmpty())
                .map(Concept::id)
                .collect(Collectors.toSet());
        assertThat(concepts)
                .filteredOn(concept -> !top.contains(concept.id()))
                .allSatisfy(concept -> assertThat(above(concept)).containsAnyElementsOf(top));
    }

    @Test
    void isAtMostFiveLevelsDeep() {
        assertThat(concepts).allSatisfy(concept -> assertThat(levels(concept)).isLessThanOrEqualTo(5));
    }

    @Test
    void givesEachLabelToOneConcept() {
        Map<String, Set<String>> owners = new HashMap<>();
        concepts.forEach(concept -> labels(concept)
                .forEach(label ->
                        owners.computeIfAbsent(label, none -> new HashSet<>()).add(concept.id())));
        assertThat(owners).allSatisfy((label, ids) -> assertThat(ids).as(label).hasSize(1));
    }

    @Test
    void hidesLabelsThatAreNoLabelsOfAnything() {
        Set<String> labels = concepts.stream().flatMap(this::labels).collect(Collectors.toSet());
        assertThat(concepts.stream().flatMap(concept -> concept.hiddenLabels().stream()))
                .contains("MMT", "MLLM", "ML")
                .map(VocabularyTests::folded)
                .doesNotContainAnyElementsOf(labels);
    }

    @Test
    void relatesOnlyConceptsOfDifferentLinesToEachOther() {
        assertThat(concepts)
                .allSatisfy(concept -> assertThat(concept.related()).allSatisfy(id -> {
                    Concept other = Objects.requireNonNull(byId.get(id));
                    assertThat(id).isNotEqualTo(concept.id());
                    assertThat(above(concept)).doesNotContain(id);
                    assertThat(above(other)).doesNotContain(concept.id());
                    assertThat(other.related()).contains(concept.id());
                }));
    }

    private Stream<String> labels(Concept concept) {
        return Stream.concat(Stream.of(concept.label()), concept.altLabels().stream())
                .map(VocabularyTests::folded)
                .distinct();
    }

    private static String folded(String label) {
        return label.toLowerCase(Locale.ROOT).replace('-', ' ');
    }

    /** Number of concepts on the longest way up, itself included. */
    private int levels(Concept concept) {
        return 1
                + concept.broader().stream()
                        .mapToInt(id -> levels(Objects.requireNonNull(byId.get(id))))
                        .max()
                        .orElse(0);
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

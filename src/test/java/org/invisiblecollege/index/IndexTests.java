package org.invisiblecollege.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An updated snapshot equals a new one, and a snapshot read from disk the one written. */
class IndexTests {

    /** Some named authors, some papers, and which of them are deleted. */
    record Change(
            Map<Integer, String> people,
            List<PaperRow> papers,
            Set<Integer> deletedPeople,
            Set<Integer> deletedPapers) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Map<Integer, String>> names = Arbitraries.maps(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.of("Ada Ж", "ada z", "Bo", "Łu", "李", "zo", "Zo"))
                .ofMaxSize(4);
        Arbitrary<List<PaperRow>> papers = Arbitraries.integers()
                .between(0, 9)
                .flatMap(number -> Bibliographies.paper(number, 12))
                .list()
                .ofMaxSize(4)
                .uniqueElements(PaperRow::id);
        Arbitrary<Set<Integer>> deletedPeople =
                Arbitraries.integers().between(0, 11).set().ofMaxSize(2);
        Arbitrary<Set<Integer>> deletedPapers =
                Arbitraries.integers().between(0, 9).set().ofMaxSize(2);
        return Combinators.combine(names, papers, deletedPeople, deletedPapers)
                .as(Change::new)
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void anUpdatedSnapshotEqualsANewOne(@ForAll("changes") List<Change> changes) {
        Map<Integer, NodeRow> people = new TreeMap<>();
        Map<String, PaperRow> papers = new TreeMap<>();
        IndexSnapshot index = Bibliographies.index(List.of(), List.of());
        long version = 1;
        for (Change change : changes) {
            List<NodeRow> named = new ArrayList<>();
            change.people.forEach((number, name) -> {
                if (!change.deletedPeople.contains(number)) {
                    named.add(Bibliographies.person(number, name));
                    people.put(number, named.getLast());
                }
            });
            List<PaperRow> written = change.papers.stream()
                    .filter(paper -> !change.deletedPapers.contains(number(paper.id())))
                    .toList();
            written.forEach(paper -> papers.put(paper.id(), paper));
            Set<String> deleted = new HashSet<>();
            change.deletedPeople.forEach(number -> {
                people.remove(number);
                deleted.add("author:a" + number);
            });
            change.deletedPapers.forEach(number -> {
                papers.remove("paper:p" + number);
                deleted.add("paper:p" + number);
            });
            // A deleted author is on no paper; the papers of one who returns are read again.
            papers.replaceAll((id, paper) -> only(paper, people));
            List<PaperRow> read =
                    written.stream().map(paper -> only(paper, people)).toList();
            read.forEach(paper -> papers.put(paper.id(), paper));
            index = IndexUpdate.of(
                    index, new IndexChanges(named, List.of(), List.of(), List.of(), read, deleted), ++version, "now");
        }
        List<PaperRow> now =
                papers.values().stream().map(paper -> only(paper, people)).toList();
        IndexSnapshot fresh = Bibliographies.index(List.copyOf(people.values()), now);
        assertThat(Bibliographies.contents(index)).isEqualTo(Bibliographies.contents(fresh));
        assertThat(index.version()).isEqualTo(version);
        for (NodeRow person : people.values()) {
            assertThat(index.authors().ids().find(person.id())).isNotNegative();
        }
        assertThat(index.authors().ids().find("author:none")).isNegative();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('p') + 1));
    }

    private static PaperRow only(PaperRow paper, Map<Integer, NodeRow> people) {
        return new PaperRow(
                paper.id(),
                paper.publication(),
                new PaperRow.AuthorList(
                        paper.authors().stream()
                                .filter(id -> people.values().stream()
                                        .anyMatch(each -> each.id().equals(id)))
                                .toList(),
                        paper.authorList().stated(),
                        paper.authorList().listed(),
                        paper.authorList().isComplete()),
                paper.organisations(),
                paper.venues(),
                paper.topics(),
                paper.methods(),
                paper.records());
    }

    @Property(tries = 50)
    void aSnapshotReadFromDiskEqualsTheOneWritten(@ForAll("bibliographies") List<PaperRow> papers) throws IOException {
        Path file = Files.createTempFile("incidence", ".index");
        IndexSnapshot index = Bibliographies.index(
                IntStream.range(0, 8).mapToObj(Bibliographies::person).toList(), papers);
        SnapshotFile.write(index, file);
        IndexSnapshot read = SnapshotFile.read(file);
        Files.delete(file);
        assertThat(Bibliographies.contents(read)).isEqualTo(Bibliographies.contents(index));
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.at()).isEqualTo("then");
    }

    @Provide
    Arbitrary<List<PaperRow>> bibliographies() {
        return Bibliographies.papers(12, 8);
    }

    @Test
    void aDamagedOrCutFileIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("some.index");
        SnapshotFile.write(Bibliographies.index(List.of(Bibliographies.person(0)), List.of()), file);
        long length = Files.size(file);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(length / 2);
            open.write(open.read() + 1);
        }
        assertThatThrownBy(() -> SnapshotFile.read(file)).isInstanceOf(IOException.class);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(length - 3);
        }
        assertThatThrownBy(() -> SnapshotFile.read(file)).isInstanceOf(IOException.class);
    }
}

package org.invisiblecollege.ingest.source.acl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.Rejection;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the folder {@code yaml} next to the XML: the names of people and of venues. */
final class IdentityEvidence {

    private static final String ENDING = ".yaml";

    private final Path yaml;

    /** @param yaml the folder; need not exist */
    IdentityEvidence(Path yaml) {
        this.yaml = yaml;
    }

    /** Returns the file of people; empty if there is none. */
    Optional<Path> nameVariants() {
        return Optional.of(yaml.resolve("name_variants.yaml"))
                .filter(file -> !Files.isSymbolicLink(yaml) && isThere(file));
    }

    /** Returns the links, which are not read. */
    List<Path> links() {
        return Stream.of(yaml, yaml.resolve("name_variants.yaml"), yaml.resolve("venues"))
                .filter(Files::isSymbolicLink)
                .toList();
    }

    /** Returns the files of venues, sorted. */
    List<Path> venues() throws IOException {
        Path venues = yaml.resolve("venues");
        if (Files.isSymbolicLink(yaml) || !Files.isDirectory(venues, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(venues)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && isThere(file))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the people of {@code name_variants.yaml}; an entry without a name is rejected. */
    List<PersonIds.KnownPerson> people(Consumer<Rejection> rejections) throws IOException {
        Optional<Path> path = nameVariants();
        if (path.isEmpty()) {
            return List.of();
        }
        YamlFile file = new YamlFile(path.get(), String.valueOf(path.get().getFileName()), rejections);
        Optional<Node> root = file.root();
        if (root.isEmpty()) {
            return List.of();
        }
        List<PersonIds.KnownPerson> people = new ArrayList<>();
        for (Node entry : file.elements(root.get())) {
            List<WrittenName> names = new ArrayList<>();
            Node canonical = YamlFile.value(entry, "canonical");
            if (canonical == null || name(canonical).text().isEmpty()) {
                file.reject(entry, "no canonical name");
                continue;
            }
            names.add(name(canonical));
            Node variants = YamlFile.value(entry, "variants");
            if (variants != null) {
                file.elements(variants).stream()
                        .map(IdentityEvidence::name)
                        .filter(name -> !name.text().isEmpty())
                        .forEach(names::add);
            }
            String id = YamlFile.text(entry, "id");
            people.add(new PersonIds.KnownPerson(id.isEmpty() ? null : id, names));
        }
        return people;
    }

    /** Returns the names of venues by their names in the XML. */
    Map<String, String> venueNames(Consumer<Rejection> rejections) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (Path path : venues()) {
            String fileName = String.valueOf(path.getFileName());
            Optional<Node> root = new YamlFile(path, "venues/" + fileName, rejections).root();
            String name = root.map(node -> YamlFile.text(node, "name")).orElse("");
            if (!name.isEmpty()) {
                names.put(fileName.substring(0, fileName.length() - ENDING.length()), name);
            }
        }
        return names;
    }

    private static WrittenName name(Node node) {
        return WrittenName.of(YamlFile.text(node, "first"), YamlFile.text(node, "last"));
    }

    /** Returns whether there is a file that is no link, which may lead anywhere. */
    private static boolean isThere(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}

package org.invisiblecollege.ingest.source.acl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.VenueMention;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the folder {@code yaml} next to the XML: the names of people and of venues. */
final class IdentityEvidence {

    private static final String ENDING = ".yaml";
    private static final String PEOPLE = "people.yaml";
    private static final String NAME_VARIANTS = "name_variants.yaml";
    /** What YAML 1.1 reads as false. */
    private static final Set<String> FALSE = Set.of("", "false", "no", "off", "n", "null", "~");

    private final Path yaml;

    /** @param yaml the folder; need not exist */
    IdentityEvidence(Path yaml) {
        this.yaml = yaml;
    }

    /** Returns the file of people: the one that checkouts have since 2026, else that of before; empty if there is none. */
    Optional<Path> peopleFile() {
        return Stream.of(PEOPLE, NAME_VARIANTS)
                .map(yaml::resolve)
                .filter(file -> !Files.isSymbolicLink(yaml) && isThere(file))
                .findFirst();
    }

    /** Returns whether there is the file of people that checkouts have since 2026. */
    boolean hasPeople() {
        return peopleFile().filter(file -> file.endsWith(PEOPLE)).isPresent();
    }

    /** Returns the links, which are not read. */
    List<Path> links() {
        return Stream.of(yaml, yaml.resolve(PEOPLE), yaml.resolve(NAME_VARIANTS), yaml.resolve("venues"))
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
    List<PersonIds.KnownPerson> nameVariants(Consumer<Rejection> rejections) throws IOException {
        Optional<Path> path = peopleFile();
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

    /**
     * Returns the people of {@code people.yaml}. An entry without a name and a second one with an id are rejected, the latter
     * as {@code duplicate_id}; it is among the result, so that neither is identified by name. An ORCID that is none, or
     * that two people have, is warned of.
     *
     * @return null if the file cannot be read
     */
    @Nullable List<VerifiedPeople.ListedPerson> people(RecordSink sink) throws IOException {
        Path path = yaml.resolve(PEOPLE);
        YamlFile file = new YamlFile(path, PEOPLE, sink::reject);
        Optional<Node> root = file.root();
        if (root.isEmpty()) {
            return Files.size(path) == 0 ? List.of() : null;
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            file.reject(root.get(), "not a mapping of ids to people");
            return null;
        }
        List<VerifiedPeople.ListedPerson> people = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, String> idsByOrcid = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Node key = entry.getKeyNode();
            int line = key.getStartMark().getLine() + 1;
            String id = key instanceof ScalarNode scalar ? FieldText.clean(scalar.getValue()) : "";
            Node names = YamlFile.value(entry.getValueNode(), "names");
            List<WrittenName> written = names == null
                    ? List.of()
                    : file.elements(names).stream()
                            .map(IdentityEvidence::name)
                            .filter(name -> !name.text().isEmpty())
                            .toList();
            if (id.isEmpty() || written.isEmpty()) {
                file.reject(key, id.isEmpty() ? "no id" : "no name of " + id);
                continue;
            }
            if (!ids.add(id)) {
                sink.reject(new Rejection("duplicate_id", PEOPLE, line, id));
            }
            String writtenOrcid = YamlFile.text(entry.getValueNode(), "orcid");
            String orcid = FieldText.orcid(writtenOrcid).orElse(null);
            if (orcid == null && !writtenOrcid.isEmpty()) {
                sink.warn(new Warning("orcid_malformed", PEOPLE, line, writtenOrcid));
            }
            String other = orcid == null ? null : idsByOrcid.putIfAbsent(orcid, id);
            if (other != null && !other.equals(id)) {
                sink.warn(new Warning("duplicate_orcid", PEOPLE, line, orcid + " of " + other + " and " + id));
            }
            boolean isMatchable = FALSE.contains(
                    YamlFile.text(entry.getValueNode(), "disable_name_matching").toLowerCase(Locale.ROOT));
            people.add(new VerifiedPeople.ListedPerson(id, written, orcid, isMatchable));
        }
        return people;
    }

    /** Returns the venues by their names in the XML. */
    Map<String, VenueMention> namedVenues(Consumer<Rejection> rejections) throws IOException {
        Map<String, VenueMention> named = new HashMap<>();
        for (Path path : venues()) {
            String fileName = String.valueOf(path.getFileName());
            Optional<Node> root = new YamlFile(path, "venues/" + fileName, rejections).root();
            String name = root.map(node -> YamlFile.text(node, "name")).orElse("");
            if (!name.isEmpty()) {
                String acronym =
                        root.map(node -> YamlFile.text(node, "acronym")).orElse("");
                String id = fileName.substring(0, fileName.length() - ENDING.length());
                named.put(id, new VenueMention(name, acronym.isEmpty() ? id : acronym));
            }
        }
        return named;
    }

    private static WrittenName name(Node node) {
        return WrittenName.of(YamlFile.text(node, "first"), YamlFile.text(node, "last"));
    }

    /** Returns whether there is a file that is no link, which may lead anywhere. */
    private static boolean isThere(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}

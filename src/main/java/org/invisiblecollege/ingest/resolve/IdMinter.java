package org.invisiblecollege.ingest.resolve;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.invisiblecollege.ingest.record.MintedIds;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Mints ids for people and papers that the graph does not have yet: from the source's own ids where it has an id scheme, else
 * from names and titles. No two people get the same id, nor two papers. Not thread-safe.
 */
final class IdMinter {

    private final KnownGraph graph;
    private final SourceDescription source;
    private final boolean mayBeTaken;
    /** Author ids minted here or found in the graph. */
    private final Set<String> takenAuthors = new HashSet<>();

    /** @param mayBeTaken whether the graph may have some of the ids already */
    IdMinter(KnownGraph graph, SourceDescription source, boolean mayBeTaken) {
        this.graph = graph;
        this.source = source;
        this.mayBeTaken = mayBeTaken;
    }

    /** Returns the id that a person gets if no other person has it. */
    String preferredAuthor(String name, @Nullable String sourceId) {
        return sourceId != null && source.idScheme() != null
                ? "author:" + source.idScheme() + ":" + sourceId
                : "author:name:" + MintedIds.hash(Folding.key(name));
    }

    /** Returns the id that one of several people with a name gets who does not have the name alone as key. */
    String namesake(String key) {
        return "author:name:" + MintedIds.hash(Folding.key(Namesakes.nameOf(key)) + " " + source.id() + " " + key);
    }

    /** Looks up which of some ids are taken, in one statement; to be called before these are minted. */
    void lookUpAuthors(Collection<String> ids) {
        List<String> unknown =
                ids.stream().distinct().filter(id -> !takenAuthors.contains(id)).toList();
        if (mayBeTaken && !unknown.isEmpty()) {
            takenAuthors.addAll(graph.takenAuthors(unknown));
        }
    }

    /**
     * Mints an id for a person.
     *
     * @param key the source's key of the person, which distinguishes people with the same preferred id
     */
    String mintAuthor(String preferred, String key) {
        if (takenAuthors.add(preferred)) {
            return preferred;
        }
        String id = "author:name:" + MintedIds.hash(Folding.key(key) + " " + source.id() + " " + key);
        takenAuthors.add(id);
        return id;
    }

    /**
     * Mints an id for a paper.
     *
     * @param isTaken whether another paper has an id
     */
    String mintPaper(PaperRecord record, String title, Predicate<String> isTaken) {
        if (source.idScheme() != null) {
            return "paper:" + source.idScheme() + ":" + record.recordId();
        }
        String key = Folding.key(title);
        String id = "paper:title:" + MintedIds.hash(key);
        return isTaken.test(id)
                ? "paper:title:" + MintedIds.hash(key + " " + source.id() + " " + record.recordId())
                : id;
    }
}

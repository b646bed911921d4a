package org.invisiblecollege.ingest.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.PendingRecord;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.KnownGraph.KnownPaper;
import org.invisiblecollege.ingest.resolve.KnownGraph.PaperCandidate;
import org.invisiblecollege.kernel.PublicationDate;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.ShingleSketch;
import org.jspecify.annotations.Nullable;

/** Decides which papers of the graph the records of a source are. Not thread-safe. */
final class PaperResolver {

    private final KnownGraph graph;
    private final SourceDescription source;
    private final IdMinter minter;
    private final PersonResolver people;
    private final boolean isKnownSource;
    private final boolean hasOtherSources;

    private final Set<String> dois = new HashSet<>();
    /** DOIs of two records of the source, which identify nothing. */
    private final Set<String> ambiguousDois = new HashSet<>();
    /** Ids of papers that a record of the source is; no other record is the same paper. */
    private final Set<String> usedPapers = new HashSet<>();
    /** Ids of all candidates, which must not be minted. */
    private final Set<String> papersOfOthers = new HashSet<>();

    private final List<PendingRecord> pending;
    /** Read when a record without title needs them. */
    private @Nullable Map<String, ShingleSketch> fingerprints;

    private int unchanged;

    /**
     * The paper of a record.
     *
     * @param before what the record became when it was loaded before; null if it was not
     * @param candidate the paper of other sources; null if there is none
     * @param isTaken whether the id is that of a paper the graph or another record of this load has; of a minted one not
     *     yet looked up in the graph
     */
    private record Match(
            PaperRecord record,
            String id,
            @Nullable KnownPaper before,
            @Nullable PaperCandidate candidate,
            boolean isTaken) {}

    PaperResolver(
            KnownGraph graph,
            SourceDescription source,
            IdMinter minter,
            PersonResolver people,
            boolean isKnownSource,
            boolean hasOtherSources) {
        this.graph = graph;
        this.source = source;
        this.minter = minter;
        this.people = people;
        this.isKnownSource = isKnownSource;
        this.hasOtherSources = hasOtherSources;
        this.pending = new ArrayList<>(graph.pending());
    }

    /** Learns which DOIs are ambiguous and, from papers that other sources have too, who their authors are. */
    void learn(List<PaperRecord> batch) {
        for (PaperRecord record : batch) {
            String doi = record.externalIds().get("doi");
            if (doi != null && !dois.add(doi)) {
                ambiguousDois.add(doi);
            }
        }
        Map<String, PaperCandidate> same = samePapers(batch);
        for (PaperRecord record : batch) {
            PaperCandidate paper = same.get(record.recordId());
            if (paper != null) {
                people.learn(record, paper);
            }
        }
    }

    /** Returns the papers of other sources that some records are, by record id. */
    private Map<String, PaperCandidate> samePapers(List<PaperRecord> batch) {
        if (!hasOtherSources) {
            return Map.of();
        }
        Set<String> titleKeys = new LinkedHashSet<>();
        Set<String> doisOfBatch = new LinkedHashSet<>();
        for (PaperRecord record : batch) {
            if (record.title() != null) {
                titleKeys.add(Folding.key(record.title()));
            }
            String doi = record.externalIds().get("doi");
            if (doi != null) {
                doisOfBatch.add(doi);
            }
        }
        List<PaperCandidate> candidates = graph.paperCandidates(titleKeys, doisOfBatch);
        Map<String, List<PaperCandidate>> byTitle =
                candidates.stream().collect(Collectors.groupingBy(PaperCandidate::titleKey));
        Map<String, PaperCandidate> byDoi = new HashMap<>();
        for (PaperCandidate candidate : candidates) {
            papersOfOthers.add(candidate.id());
            if (candidate.doi() != null) {
                byDoi.put(candidate.doi(), candidate);
            }
        }
        Map<String, PaperCandidate> same = new HashMap<>();
        for (PaperRecord record : batch) {
            PaperCandidate paper = samePaper(record, byDoi, byTitle);
            if (paper != null) {
                same.put(record.recordId(), paper);
            }
        }
        return same;
    }

    private @Nullable PaperCandidate samePaper(
            PaperRecord record, Map<String, PaperCandidate> byDoi, Map<String, List<PaperCandidate>> byTitle) {
        String doi = record.externalIds().get("doi");
        PaperCandidate withDoi = doi == null || ambiguousDois.contains(doi) ? null : byDoi.get(doi);
        if (withDoi != null || record.title() == null) {
            return withDoi;
        }
        return byTitle.getOrDefault(Folding.key(record.title()), List.of()).stream()
                .filter(candidate -> isSamePaper(record, candidate))
                .findFirst()
                .orElse(null);
    }

    /** Compares a record with a paper of the same title. */
    private static boolean isSamePaper(PaperRecord record, PaperCandidate candidate) {
        if (record.authors().isEmpty() || candidate.authors().isEmpty()) {
            return record.fingerprint() != null
                    && candidate.fingerprint() != null
                    && record.fingerprint().isSameAbstract(candidate.fingerprint());
        }
        PublicationDate date = record.publishedOn();
        boolean yearsFit = date == null || candidate.year() == null || Math.abs(date.year() - candidate.year()) <= 1;
        return yearsFit
                && record.authors().stream()
                        .anyMatch(mention -> candidate.authors().stream()
                                .anyMatch(author -> author.nameKeys().contains(Folding.key(mention.name()))));
    }

    /** Resolves records, see {@link Resolver#resolve}. */
    List<ResolvedPaper> resolve(List<PaperRecord> batch, List<PendingRecord> unmatched) {
        Map<String, KnownPaper> known = isKnownSource
                ? graph.byRecord(batch.stream().map(PaperRecord::recordId).toList())
                : Map.of();
        List<PaperRecord> changed = batch.stream()
                .filter(record -> !isUnchanged(record, known.get(record.recordId())))
                .toList();
        unchanged += batch.size() - changed.size();
        Map<String, PaperCandidate> same = samePapers(changed);
        people.mintAuthors(changed);
        List<Match> matches = new ArrayList<>();
        for (PaperRecord record : changed) {
            KnownPaper before = known.get(record.recordId());
            if (record.title() == null) {
                matchUntitled(record, before, matches, unmatched);
            } else {
                matches.add(match(record, record.title(), before, same.get(record.recordId())));
            }
        }
        Set<String> taken = taken(matches);
        return matches.stream().map(match -> resolved(match, taken)).toList();
    }

    private Match match(
            PaperRecord record, String title, @Nullable KnownPaper before, @Nullable PaperCandidate candidate) {
        if (before != null && usedPapers.add(before.id())) {
            return new Match(record, before.id(), before, null, true);
        }
        if (before == null && candidate != null && usedPapers.add(candidate.id())) {
            return new Match(record, candidate.id(), null, candidate, true);
        }
        String id = minter.mintPaper(record, title, each -> usedPapers.contains(each) || papersOfOthers.contains(each));
        return new Match(record, id, null, null, !usedPapers.add(id));
    }

    /** Returns the minted ids that the graph has already, in one statement for all. */
    private Set<String> taken(List<Match> matches) {
        List<String> minted =
                matches.stream().filter(match -> !match.isTaken).map(Match::id).toList();
        return isKnownSource && !minted.isEmpty() ? Set.copyOf(graph.takenPapers(minted)) : Set.of();
    }

    private ResolvedPaper resolved(Match match, Set<String> taken) {
        PaperRecord record = match.record;
        if (record.title() == null) {
            // The paper's own record says all that this one says, and better.
            return new ResolvedPaper(record, match.id, false, true, 0, -1, List.of(), List.of());
        }
        if (match.before != null) {
            return again(record, match.before);
        }
        if (match.candidate != null) {
            return joined(record, match.candidate);
        }
        boolean isTaken = match.isTaken || taken.contains(match.id);
        return new ResolvedPaper(record, match.id, !isTaken, isTaken, 0, 0, people.authors(record), waiting(record));
    }

    /** Returns how many records the graph already had as they are. */
    int unchanged() {
        return unchanged;
    }

    private boolean isUnchanged(PaperRecord record, @Nullable KnownPaper before) {
        if (before == null || !before.digest().equals(record.digest())) {
            return false;
        }
        usedPapers.add(before.id());
        return true;
    }

    private ResolvedPaper again(PaperRecord record, KnownPaper before) {
        boolean isFuller = !record.authorsComplete() && PaperProperties.isComplete(before.givenByOthers());
        return new ResolvedPaper(
                record,
                before.id(),
                false,
                before.isShared(),
                before.given(),
                before.givenByOthers(),
                isFuller ? List.of() : people.authors(record),
                waiting(record));
    }

    private ResolvedPaper joined(PaperRecord record, PaperCandidate candidate) {
        boolean isFuller = !record.authorsComplete() && !candidate.authors().isEmpty();
        return new ResolvedPaper(
                record,
                candidate.id(),
                false,
                true,
                0,
                candidate.given(),
                isFuller ? List.of() : people.authors(record),
                waiting(record));
    }

    private void matchUntitled(
            PaperRecord record, @Nullable KnownPaper before, List<Match> matches, List<PendingRecord> unmatched) {
        ShingleSketch fingerprint = record.fingerprint();
        if (fingerprint == null) {
            return;
        }
        String id = before != null ? before.id() : mostSimilarPaper(fingerprint);
        if (id == null || !usedPapers.add(id)) {
            unmatched.add(PendingRecord.of(source.id(), record.recordId(), fingerprint));
        } else {
            matches.add(new Match(record, id, before, null, true));
        }
    }

    /** Returns the paper of other sources whose abstract is most similar; null if none has the same abstract. */
    private @Nullable String mostSimilarPaper(ShingleSketch fingerprint) {
        if (fingerprints == null) {
            fingerprints = graph.fingerprints();
        }
        return fingerprints.entrySet().stream()
                .filter(paper -> paper.getValue().isSameAbstract(fingerprint))
                .max(Comparator.comparingDouble((Map.Entry<String, ShingleSketch> paper) ->
                                paper.getValue().containment(fingerprint))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Removes and returns the pending records of other sources that have this record's abstract. */
    private List<PendingRecord> waiting(PaperRecord record) {
        ShingleSketch fingerprint = record.fingerprint();
        if (fingerprint == null || pending.isEmpty()) {
            return List.of();
        }
        List<PendingRecord> found = pending.stream()
                .filter(each ->
                        !each.source().equals(source.id()) && each.fingerprint().isSameAbstract(fingerprint))
                .toList();
        pending.removeAll(found);
        return found;
    }
}

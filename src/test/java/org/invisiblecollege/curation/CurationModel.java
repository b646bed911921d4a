package org.invisiblecollege.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Curation in plain form: who is who follows from what the sources state and the decisions that stand, one after the other.
 * Undoing a decision is leaving it out.
 */
final class CurationModel {

    /** What can be asked of the service. */
    sealed interface Step {

        record Merge(List<String> authors) implements Step {}

        record Split(String author, List<String> papers) implements Step {}

        record Different(List<String> authors) implements Step {}

        record Suppress(String author) implements Step {}

        record Undo(String decision) implements Step {}
    }

    private enum What {
        MERGE,
        SPLIT,
        DIFFERENT,
        SUPPRESSION,
        /** Spellings of one author; undoing it makes separations. */
        SPELLINGS,
        /** A spelling that is an author of its own; no decision that can be undone. */
        SEPARATION
    }

    /**
     * A decision.
     *
     * @param texts papers of a split; names of spellings and separations
     */
    private record Decision(String id, What what, List<String> authors, List<String> texts, boolean isByRule) {

        String first() {
            return authors.getFirst();
        }

        String second() {
            return authors.get(1);
        }
    }

    private final RandomPeople sources;
    private final List<Decision> decisions = new ArrayList<>();
    private final Set<String> undone = new HashSet<>();
    private WhoIsWho now;

    CurationModel(RandomPeople sources) {
        this.sources = sources;
        sources.joins()
                .forEach(join -> decisions.add(new Decision(
                        join.decision(), What.MERGE, List.of(join.survivor(), join.merged()), List.of(), true)));
        sources.spellings()
                .forEach(each -> decisions.add(
                        new Decision(each.decision(), What.SPELLINGS, List.of(each.author()), each.names(), true)));
        now = replayed();
    }

    private WhoIsWho replayed() {
        WhoIsWho people = new WhoIsWho(sources);
        for (Decision decision : decisions) {
            if (!undone.contains(decision.id)) {
                switch (decision.what) {
                    case MERGE -> people.merge(decision.first(), decision.second());
                    case SPLIT -> people.split(decision.first(), decision.second(), decision.texts);
                    case SUPPRESSION -> people.hide(decision.first());
                    case SEPARATION -> people.separate(decision.first(), decision.second(), decision.texts.getFirst());
                    case DIFFERENT, SPELLINGS -> {}
                }
            } else if (decision.what == What.SPLIT) {
                people.lead(decision.second(), decision.first());
            }
        }
        return people;
    }

    /** Who is who by the decisions that stand. */
    WhoIsWho now() {
        return now;
    }

    /**
     * Takes a step that the service has taken.
     *
     * @param ids of the decisions it made
     * @param created ids of the authors it made
     */
    void take(Step step, List<String> ids, List<String> created) {
        switch (step) {
            case Step.Merge merge -> {
                List<String> authors = merge.authors.stream().distinct().toList();
                for (int i = 0; i < ids.size(); i++) {
                    add(ids.get(i), What.MERGE, List.of(authors.getFirst(), authors.get(i + 1)), List.of());
                }
            }
            case Step.Split split ->
                add(ids.getFirst(), What.SPLIT, List.of(split.author, created.getFirst()), split.papers);
            case Step.Different different -> add(ids.getFirst(), What.DIFFERENT, different.authors, List.of());
            case Step.Suppress suppress -> add(ids.getFirst(), What.SUPPRESSION, List.of(suppress.author), List.of());
            case Step.Undo undo -> {
                List<String> names = separable(step);
                undone.add(undo.decision);
                for (int i = 0; i < names.size(); i++) {
                    add(
                            undo.decision + " " + names.get(i),
                            What.SEPARATION,
                            List.of(find(undo.decision).orElseThrow().first(), created.get(i)),
                            List.of(names.get(i)));
                }
            }
        }
        now = replayed();
    }

    private void add(String id, What what, List<String> authors, List<String> texts) {
        decisions.add(new Decision(id, what, authors, texts, false));
    }

    private Optional<Decision> find(String id) {
        return decisions.stream().filter(decision -> decision.id.equals(id)).findFirst();
    }

    /** The spellings that a step separates, in order. */
    List<String> separable(Step step) {
        return Stream.of(step)
                .filter(Step.Undo.class::isInstance)
                .flatMap(undo -> find(((Step.Undo) undo).decision).stream())
                .filter(decision -> decision.what == What.SPELLINGS)
                .flatMap(decision -> now.separable(decision.first(), decision.texts).stream())
                .toList();
    }

    /** The code of the error that a step ends with; null for none. */
    @Nullable String refusal(Step step) {
        return switch (step) {
            case Step.Merge merge ->
                first(tooFew(merge.authors), unknown(merge.authors), areDifferent(merge.authors) ? "CONFLICT" : null);
            case Step.Split split ->
                first(
                        split.papers.isEmpty() ? "INVALID_ARGUMENT" : null,
                        unknown(List.of(split.author)),
                        now.papers(split.author).containsAll(split.papers) ? null : "NOT_FOUND",
                        now.papers(split.author).size() == split.papers.size() ? "INVALID_ARGUMENT" : null);
            case Step.Different different -> first(tooFew(different.authors), unknown(different.authors));
            case Step.Suppress suppress -> unknown(List.of(suppress.author));
            case Step.Undo undo ->
                find(undo.decision)
                        .map(decision -> isToStand(decision) ? "CONFLICT" : null)
                        .orElse(find(undo.decision).isEmpty() ? "NOT_FOUND" : null);
        };
    }

    private static @Nullable String first(@Nullable String... codes) {
        return Stream.of(codes).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String tooFew(List<String> authors) {
        return authors.stream().distinct().count() < 2 ? "INVALID_ARGUMENT" : null;
    }

    private @Nullable String unknown(List<String> ids) {
        List<String> missing =
                ids.stream().filter(id -> !now.shown().contains(id)).toList();
        if (missing.isEmpty()) {
            return null;
        }
        return missing.stream().anyMatch(now.ids()::contains) ? "CONFLICT" : "NOT_FOUND";
    }

    private boolean areDifferent(List<String> authors) {
        return decisions.stream()
                .filter(decision -> decision.what == What.DIFFERENT && !undone.contains(decision.id))
                .anyMatch(decision -> decision.authors.stream()
                                .map(now::end)
                                .filter(authors::contains)
                                .distinct()
                                .count()
                        > 1);
    }

    private boolean isToStand(Decision decision) {
        if (undone.contains(decision.id)) {
            return true;
        }
        if (decision.what != What.DIFFERENT && decisions.stream().anyMatch(each -> isBasedOn(each, decision))) {
            return true;
        }
        return switch (decision.what) {
            case SPELLINGS -> now.separable(decision.first(), decision.texts).isEmpty();
            case SPLIT -> areDifferent(decision.authors);
            default -> false;
        };
    }

    private boolean isBasedOn(Decision later, Decision earlier) {
        return decisions.indexOf(later) > decisions.indexOf(earlier)
                && !later.isByRule
                && !undone.contains(later.id)
                && later.what != What.DIFFERENT
                && later.what != What.SEPARATION
                && later.authors.stream().anyMatch(earlier.authors::contains);
    }

    /** The decision that hides the author whom an id leads to. */
    Optional<String> hiding(String id) {
        return decisions.stream()
                .filter(decision -> decision.what == What.SUPPRESSION
                        && !undone.contains(decision.id)
                        && decision.first().equals(now.end(id)))
                .map(Decision::id)
                .findFirst();
    }

    /** The decisions that stand, or those that do not, the earliest first. */
    List<String> decisions(boolean areStanding) {
        return decisions.stream()
                .filter(decision -> decision.what != What.SEPARATION && undone.contains(decision.id) != areStanding)
                .map(Decision::id)
                .toList();
    }

    /** The last decision of a curator that stands; null if there is none. */
    @Nullable String last() {
        return decisions.stream()
                .filter(decision ->
                        decision.what != What.SEPARATION && !decision.isByRule && !undone.contains(decision.id))
                .reduce((one, other) -> other)
                .map(Decision::id)
                .orElse(null);
    }

    /** Whether a rule's decision is undone, so that undoing the curators' does not restore what the loads left. */
    boolean isOutOfRules() {
        return decisions.stream().anyMatch(decision -> decision.isByRule && undone.contains(decision.id));
    }
}

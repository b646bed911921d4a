package org.invisiblecollege.curation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.curation.RandomPeople.Mention;
import org.invisiblecollege.text.Folding;

/** Who is who in plain form: what sources state and what one decision after the other makes of it; none is undone here. */
final class WhoIsWho {

    private final RandomPeople sources;

    /** The author at whom a mention is. */
    private final Map<Mention, String> at = new LinkedHashMap<>();
    /** Mentions of people who are one with another author of the paper. */
    private final Set<Mention> behind = new HashSet<>();
    /** The author whom the records of a mention name. */
    private final Map<Mention, String> stated = new HashMap<>();

    private final Map<String, TreeSet<String>> variants = new HashMap<>();
    private final Map<String, String> orcids = new HashMap<>();
    private final Map<String, Set<String>> spellingsOfSource = new HashMap<>();
    private final Map<String, String> replacedBy = new TreeMap<>();
    private final Set<String> hidden = new TreeSet<>();
    private final Set<String> shown = new TreeSet<>();

    WhoIsWho(RandomPeople sources) {
        this.sources = sources;
        for (RandomPeople.Person person : sources.people()) {
            shown.add(person.id());
            variants.put(person.id(), new TreeSet<>(person.variants()));
            if (person.orcid() != null) {
                orcids.put(person.id(), person.orcid());
            }
        }
        for (Mention mention : sources.mentions()) {
            at.put(mention, mention.stated());
            stated.put(mention, mention.stated());
        }
        sources.spellings().forEach(each -> spellingsOfSource.put(each.author(), new HashSet<>(each.names())));
        nameByPapers();
    }

    // ---- decisions

    void merge(String survivor, String merged) {
        Set<String> papers = papers(survivor);
        for (Mention mention : mentions(merged)) {
            if (papers.contains(mention.paper())) {
                behind.add(mention);
            } else {
                at.put(mention, survivor);
            }
        }
        variants(survivor).addAll(variants(merged));
        String orcid = orcids.get(merged);
        if (orcid != null) {
            orcids.putIfAbsent(survivor, orcid);
        }
        lead(merged, survivor);
        nameByPapers();
    }

    void split(String author, String split, List<String> papers) {
        String name = name(author);
        List<Mention> moved = mentions(author).stream()
                .filter(mention -> papers.contains(mention.paper()))
                .toList();
        moved.forEach(mention -> at.put(mention, split));
        Set<String> spellings = spellings(moved);
        variants.put(split, new TreeSet<>(spellings.isEmpty() ? Set.of(name) : spellings));
        TreeSet<String> left = new TreeSet<>(variants(author));
        left.removeAll(spellings);
        left.addAll(spellings(mentions(author)));
        if (!left.isEmpty()) {
            variants.put(author, left);
        }
        shown.add(split);
    }

    /** Makes a spelling by which a source knows an author an author of its own. */
    void separate(String author, String separated, String name) {
        mentions(author).stream()
                .filter(mention -> name.equals(mention.spelling()) && author.equals(stated.get(mention)))
                .forEach(mention -> {
                    at.put(mention, separated);
                    stated.put(mention, separated);
                });
        variants(author).remove(name);
        variants.put(separated, new TreeSet<>(Set.of(name)));
        spellingsOfSource.getOrDefault(author, new HashSet<>()).remove(name);
        shown.add(separated);
        nameByPapers();
    }

    void hide(String author) {
        shown.remove(author);
        hidden.add(author);
    }

    /** Makes an id that is no longer an author's lead to another one. */
    void lead(String id, String author) {
        shown.remove(id);
        replacedBy.put(id, author);
    }

    private void nameByPapers() {
        inFront().forEach(mention -> {
            if (mention.spelling() != null) {
                variants(Objects.requireNonNull(at.get(mention))).add(mention.spelling());
            }
        });
    }

    private Set<String> variants(String author) {
        return Objects.requireNonNull(variants.get(author));
    }

    private static Set<String> spellings(Collection<Mention> of) {
        return of.stream().map(Mention::spelling).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Stream<Mention> inFront() {
        return at.keySet().stream().filter(mention -> !behind.contains(mention));
    }

    private List<Mention> mentions(String author) {
        return inFront().filter(mention -> author.equals(at.get(mention))).toList();
    }

    // ---- questions

    /** The author that an id leads to, shown or not. */
    String end(String id) {
        String end = id;
        for (String next = replacedBy.get(end); next != null; next = replacedBy.get(end)) {
            end = next;
        }
        return end;
    }

    Set<String> shown() {
        return shown;
    }

    /** All ids that ever were an author's. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>(shown);
        ids.addAll(hidden);
        ids.addAll(replacedBy.keySet());
        return ids;
    }

    /** The author that is found by each id; ids that lead to someone hidden are left out. */
    Map<String, String> found() {
        Map<String, String> found = new TreeMap<>();
        for (String id : ids()) {
            if (shown.contains(end(id))) {
                found.put(id, end(id));
            }
        }
        return found;
    }

    /** Other ids that lead to each author who is shown, if any do. */
    Map<String, List<String>> formerIds() {
        Map<String, List<String>> former = new TreeMap<>();
        found().forEach((id, author) -> {
            if (!id.equals(author)) {
                former.computeIfAbsent(author, first -> new ArrayList<>()).add(id);
            }
        });
        return former;
    }

    Set<String> papers(String author) {
        return mentions(author).stream().map(Mention::paper).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The author at whom each mention is, by paper and position. */
    Map<String, String> mentioned() {
        return byPlace(at);
    }

    /** The author whom the records of each mention name, by paper and position. */
    Map<String, String> stated() {
        return byPlace(stated);
    }

    private static Map<String, String> byPlace(Map<Mention, String> authors) {
        Map<String, String> byPlace = new TreeMap<>();
        authors.forEach((mention, author) -> byPlace.put(mention.paper() + " " + mention.position(), author));
        return byPlace;
    }

    /** Name, variants and ORCID of each author who is shown. */
    Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        shown.forEach(author ->
                names.put(author, name(author) + " " + variants(author) + " " + orcids.getOrDefault(author, "")));
        return names;
    }

    /** Those of some spellings that can be authors of their own, in order. */
    List<String> separable(String author, List<String> spellings) {
        return spellings.stream()
                .filter(name -> spellingsOfSource.getOrDefault(author, Set.of()).contains(name))
                .filter(name -> !name.equals(name(author)))
                .sorted()
                .toList();
    }

    /** The spelling on most papers, then the one on the latest, then the fullest, then the first. */
    private String name(String author) {
        List<Mention> mentions = mentions(author);
        return variants(author).stream()
                .max(Comparator.comparingLong(
                                (String name) -> spelled(mentions, name).count())
                        .thenComparingInt(name -> spelled(mentions, name)
                                .mapToInt(mention -> year(mention.paper()))
                                .max()
                                .orElse(0))
                        .thenComparingInt(name -> Folding.key(name).length())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static Stream<Mention> spelled(List<Mention> mentions, String name) {
        return mentions.stream().filter(mention -> name.equals(mention.spelling()));
    }

    private int year(String paper) {
        return sources.papers().stream()
                .filter(each -> each.id().equals(paper))
                .mapToInt(each -> each.year() == null ? 0 : each.year())
                .findFirst()
                .orElseThrow();
    }
}

package org.invisiblecollege.author;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.invisiblecollege.cypher.Columns;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Chooses the name of an author: the one that a curator set, else the one by which a source calls the person, else the
 * spelling on most papers, then the one on the latest. An inverted name or one in capitals is chosen only where there is no
 * other, unless a curator set it. Spellings that a curator hid find the author and are not shown.
 */
public final class AuthorNames {

    private static final Pattern SUFFIX = Pattern.compile(", ?(?:Jr|Sr|II|III|IV)\\.?$");

    private static final Comparator<Spelling> BEST = Comparator.comparing((Spelling spelling) -> isPlain(spelling.name))
            .thenComparingInt(Spelling::papers)
            .thenComparingInt(Spelling::lastYear)
            .thenComparingInt(spelling -> Folding.key(spelling.name).length())
            .thenComparing(Spelling::name, Comparator.reverseOrder());

    /** A spelling and the number of papers that have it; an earlier spelling may have none left. */
    public record Spelling(String name, int papers, int lastYear) {}

    /**
     * What decides a name beside the spellings on papers.
     *
     * @param ofSource by which a source calls the person; null for none
     * @param chosen by a curator; null for none
     * @param hidden spellings that are not shown
     */
    public record Given(@Nullable String ofSource, @Nullable String chosen, List<String> hidden) {

        public Given {
            hidden = List.copyOf(hidden);
        }
    }

    /** The names of an author, as {@link #SET_AUTHOR_NAMES} writes them. */
    public record Naming(String id, String name, String nameKey, List<String> nameKeys, List<String> variants) {}

    /** Reads the spellings on papers, for {@link #row(Record)}. */
    public static final CypherFile SPELLINGS_OF_MANY = CypherFile.of(AuthorNames.class, "spellings-of-many");
    /** Writes the rows of {@link #row(Record)}. */
    public static final CypherFile SET_AUTHOR_NAMES = CypherFile.of(AuthorNames.class, "set-author-names");

    private AuthorNames() {}

    /** Returns the row that names an author, from a row of spellings. */
    public static Naming row(Record spellings) {
        Map<String, Spelling> variants = new TreeMap<>();
        for (Value name : spellings.get("variants").values()) {
            variants.put(name.asString(), new Spelling(name.asString(), 0, 0));
        }
        for (Value value : spellings.get("spellings").values()) {
            Spelling spelling = new Spelling(
                    value.get("name").asString(),
                    value.get("papers").asInt(),
                    value.get("lastYear").asInt(0));
            variants.put(spelling.name, spelling);
        }
        return row(
                spellings.get("id").asString(),
                variants.values(),
                new Given(
                        spellings.get("sourceName").asString(null),
                        spellings.get("chosenName").asString(null),
                        Columns.strings(spellings, "hiddenVariants")));
    }

    /** Returns the row that names an author with some spellings, at least one. */
    public static Naming row(String id, Collection<Spelling> spellings, Given given) {
        String name = name(spellings, given);
        Set<String> hidden = new HashSet<>(given.hidden);
        hidden.remove(name);
        Set<String> keys = new TreeSet<>();
        Set<String> shown = new TreeSet<>();
        Stream.of(
                        spellings.stream().map(Spelling::name),
                        given.hidden.stream(),
                        Stream.of(given.ofSource, given.chosen).filter(Objects::nonNull))
                .flatMap(each -> each)
                .forEach(each -> {
                    keys.add(Folding.key(each));
                    if (!hidden.contains(each)) {
                        shown.add(each);
                    }
                });
        return new Naming(id, name, Folding.key(name), List.copyOf(keys), List.copyOf(shown));
    }

    private static String name(Collection<Spelling> spellings, Given given) {
        if (given.chosen != null) {
            return given.chosen;
        }
        // A hidden spelling is shown only where there is no other.
        String best = spellings.stream()
                .max(Comparator.comparing((Spelling spelling) -> !given.hidden.contains(spelling.name))
                        .thenComparing(BEST))
                .orElseThrow()
                .name;
        String ofSource = given.ofSource;
        return ofSource != null && !given.hidden.contains(ofSource) && (isPlain(ofSource) || !isPlain(best))
                ? ofSource
                : best;
    }

    /** Returns whether a name is neither inverted nor in capitals, as initials and a suffix behind a comma are not. */
    private static boolean isPlain(String name) {
        boolean hasWordInCapitals = Stream.of(name.split("[\\s.-]+"))
                .anyMatch(
                        word -> word.codePoints().filter(Character::isUpperCase).count() > 1);
        return SUFFIX.matcher(name).replaceFirst("").indexOf(',') < 0
                && (!hasWordInCapitals || name.codePoints().anyMatch(Character::isLowerCase));
    }
}

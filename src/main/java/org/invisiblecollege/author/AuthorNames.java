package org.invisiblecollege.author;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.invisiblecollege.cypher.CypherFile;
import org.invisiblecollege.text.Folding;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Chooses the name of an author: the fullest spelling, then the one on most papers, then the one on the latest. */
public final class AuthorNames {

    private static final Comparator<Spelling> BEST = Comparator.comparingInt(
                    (Spelling spelling) -> Folding.key(spelling.name).length())
            .thenComparingInt(Spelling::papers)
            .thenComparingInt(Spelling::lastYear)
            .thenComparing(Spelling::name, Comparator.reverseOrder());

    /** A spelling and the number of papers that have it; an earlier spelling may have none left. */
    public record Spelling(String name, int papers, int lastYear) {}

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
        return row(spellings.get("id").asString(), variants.values());
    }

    /** Returns the row that names an author with some spellings, at least one. */
    public static Naming row(String id, Collection<Spelling> spellings) {
        String name = spellings.stream().max(BEST).orElseThrow().name;
        TreeSet<String> keys = new TreeSet<>();
        spellings.forEach(spelling -> keys.add(Folding.key(spelling.name)));
        return new Naming(
                id,
                name,
                Folding.key(name),
                List.copyOf(keys),
                spellings.stream().map(Spelling::name).sorted().toList());
    }
}

package org.invisiblecollege.ingest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.invisiblecollege.identity.Folding;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Chooses what an author is called: the fullest spelling seen most often, ties to the latest paper. */
final class AuthorNames {

    private static final Comparator<Value> BEST = Comparator.comparingInt((Value spelling) ->
                    Folding.key(spelling.get("name").asString()).length())
            .thenComparingInt(spelling -> spelling.get("papers").asInt())
            .thenComparingInt(spelling -> spelling.get("lastYear").asInt(0))
            .thenComparing(spelling -> spelling.get("name").asString(), Comparator.reverseOrder());

    private AuthorNames() {}

    /** The row that names an author, from a row of spellings. */
    static Map<String, Object> row(Record spellings) {
        List<String> known = spellings.get("variants").asList(Value::asString);
        TreeSet<String> variants = new TreeSet<>(known);
        String name = known.getFirst();
        Value best = null;
        for (Value spelling : spellings.get("spellings").values()) {
            variants.add(spelling.get("name").asString());
            best = best == null || BEST.compare(spelling, best) > 0 ? spelling : best;
        }
        if (best != null) {
            name = best.get("name").asString();
        }
        TreeSet<String> keys = new TreeSet<>();
        variants.forEach(variant -> keys.add(Folding.key(variant)));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", spellings.get("id").asString());
        row.put("name", name);
        row.put("nameKey", Folding.key(name));
        row.put("nameKeys", List.copyOf(keys));
        row.put("variants", List.copyOf(variants));
        return row;
    }
}

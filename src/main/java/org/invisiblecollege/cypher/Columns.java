package org.invisiblecollege.cypher;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Reads columns and properties that may be null. */
public final class Columns {

    private Columns() {}

    /** Returns an integer; null if there is none. */
    public static @Nullable Integer integer(MapAccessor row, String name) {
        return row.get(name).isNull() ? null : row.get(name).asInt();
    }

    /** Returns a list of texts; empty if there is none, since empty lists are not stored. */
    public static List<String> strings(MapAccessor row, String name) {
        return row.get(name).asList(Value::asString, List.of());
    }
}

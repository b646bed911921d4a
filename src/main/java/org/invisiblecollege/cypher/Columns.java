package org.invisiblecollege.cypher;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Reads columns and properties that may be null. */
public final class Columns {

    private Columns() {}

    /** A whole number; null where there is none. */
    public static @Nullable Integer integer(MapAccessor row, String name) {
        return row.get(name).isNull() ? null : row.get(name).asInt();
    }

    /** A list of texts; empty where there is none, since no empty list is stored. */
    public static List<String> strings(MapAccessor row, String name) {
        return row.get(name).asList(Value::asString, List.of());
    }
}

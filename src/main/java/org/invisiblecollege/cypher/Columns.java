package org.invisiblecollege.cypher;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.MapAccessor;

/** Reads columns and properties that may be null. */
public final class Columns {

    private Columns() {}

    /** A whole number; null where there is none. */
    public static @Nullable Integer integer(MapAccessor row, String name) {
        return row.get(name).isNull() ? null : row.get(name).asInt();
    }
}

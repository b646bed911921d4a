package org.invisiblecollege.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.internal.kernel.api.EntityCursor;
import org.neo4j.internal.kernel.api.PropertyCursor;
import org.neo4j.storageengine.api.PropertySelection;
import org.neo4j.values.storable.BooleanValue;
import org.neo4j.values.storable.NumberValue;
import org.neo4j.values.storable.TextArray;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Value;

/** Some properties of one node or edge after the other, by their position among the names. */
final class EntityProperties {

    private final int[] keys;
    private final PropertySelection selection;
    private final PropertyCursor cursor;
    private final @Nullable Value[] values;

    /** @param keys tokens of the names; negative for a name that the database does not know */
    EntityProperties(int[] keys, PropertyCursor cursor) {
        this.keys = keys;
        this.selection = PropertySelection.selection(
                Arrays.stream(keys).filter(key -> key >= 0).toArray());
        this.cursor = cursor;
        this.values = new Value[keys.length];
    }

    /** Reads the properties of the node or edge where a cursor is. */
    void read(EntityCursor entity) {
        Arrays.fill(values, null);
        entity.properties(cursor, selection);
        while (cursor.next()) {
            int key = cursor.propertyKey();
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] == key) {
                    values[i] = cursor.propertyValue();
                }
            }
        }
    }

    @Nullable String text(int name) {
        return values[name] instanceof TextValue text ? text.stringValue() : null;
    }

    /** Returns a list of texts; empty if there is none. */
    List<String> texts(int name) {
        if (!(values[name] instanceof TextArray array) || array.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(array.intSize());
        for (int i = 0; i < array.intSize(); i++) {
            texts.add(array.stringValue(i).stringValue());
        }
        return texts;
    }

    @Nullable Integer integer(int name) {
        return values[name] instanceof NumberValue number ? Math.toIntExact(number.longValue()) : null;
    }

    /** Returns a number, 0 if there is none. */
    double number(int name) {
        return values[name] instanceof NumberValue number ? number.doubleValue() : 0;
    }

    boolean isTrue(int name) {
        return values[name] instanceof BooleanValue truth && truth.booleanValue();
    }
}

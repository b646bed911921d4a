package org.invisiblecollege.cypher;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Values;

/**
 * Turns records into parameters: maps with an entry for each component, records and lists of records within them alike. The
 * driver maps records itself, but looks their components up again for each one, which takes some fifty times as long.
 */
public final class Parameters {

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> new Component(component.getName(), component.getAccessor()))
                    .toList();
        }
    };

    private Parameters() {}

    private record Component(String name, Method accessor) {

        private Component {
            accessor.setAccessible(true);
        }

        @Nullable Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read " + accessor, e);
            }
        }
    }

    /** Returns the components of a record by name. */
    public static Map<String, Object> of(Record record) {
        List<Component> components = COMPONENTS.get(record.getClass());
        Map<String, Object> parameters = HashMap.newHashMap(components.size());
        components.forEach(component -> parameters.put(component.name, value(component.of(record))));
        return parameters;
    }

    private static Object value(@Nullable Object value) {
        return switch (value) {
            case null -> Values.NULL;
            case Record record -> of(record);
            case List<?> list
            when !list.isEmpty() && list.getFirst() instanceof Record ->
                list.stream().map(Parameters::value).toList();
            default -> value;
        };
    }
}

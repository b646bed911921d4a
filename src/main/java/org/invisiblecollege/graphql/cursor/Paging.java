package org.invisiblecollege.graphql.cursor;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.kernel.Identified;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * The page of a list that a field's arguments {@code first}, {@code last}, {@code after} and {@code before} ask for.
 * Controllers take it as a parameter.
 */
public final class Paging {

    private static final Set<String> ARGUMENTS = Set.of("first", "last", "after", "before");

    private final PageRequest request;
    private final Cursors cursors;

    private Paging(PageRequest request, Cursors cursors) {
        this.request = request;
        this.cursors = cursors;
    }

    /**
     * Reads the arguments of a field.
     *
     * @throws DomainException INVALID_ARGUMENT if a cursor is none of this field with these arguments, a length is out of
     *     bounds, or both lengths are given
     */
    static Paging of(DataFetchingEnvironment field) {
        Cursors cursors = new Cursors(question(field));
        Integer first = field.getArgument("first");
        Integer last = field.getArgument("last");
        if (first != null && last != null) {
            throw DomainException.invalid("first and last cannot be given together; give one of them.");
        }
        int size = first != null ? first : last != null ? last : PageRequest.DEFAULT_PAGE_SIZE;
        return new Paging(
                new PageRequest(
                        size,
                        position(field, "after", cursors),
                        position(field, "before", cursors),
                        last != null,
                        field.getSelectionSet().contains("totalCount")),
                cursors);
    }

    private static @Nullable String position(DataFetchingEnvironment field, String argument, Cursors cursors) {
        String cursor = field.getArgument(argument);
        return cursor == null ? null : cursors.position(cursor, argument);
    }

    private static String question(DataFetchingEnvironment field) {
        Map<String, Object> arguments = new TreeMap<>(field.getArguments());
        arguments.keySet().removeAll(ARGUMENTS);
        StringBuilder question = new StringBuilder(field.getFieldDefinition().getName());
        if (field.getSource() instanceof Identified parent) {
            question.append(' ').append(parent.id());
        }
        append(arguments, question);
        return question.toString();
    }

    /** Appends a value in a form that does not depend on the order of the fields of an input. */
    private static void append(Object value, StringBuilder question) {
        if (value instanceof Map<?, ?> fields) {
            question.append('{');
            new TreeMap<>(fields).forEach((name, field) -> {
                if (field != null) {
                    question.append(name).append(':');
                    append(field, question);
                }
            });
            question.append('}');
        } else if (value instanceof Collection<?> items) {
            question.append('[');
            items.forEach(item -> append(item, question));
            question.append(']');
        } else {
            String text = String.valueOf(value);
            question.append(text.length()).append('=').append(text).append(',');
        }
    }

    public PageRequest request() {
        return request;
    }

    public <T> Connection<T> connection(Page<T> page) {
        return Connection.of(page, this);
    }

    public String cursor(String position) {
        return cursors.cursor(position);
    }

    public PageInfo pageInfo(Page<?> page) {
        boolean isEmpty = page.positions().isEmpty();
        return new PageInfo(
                page.hasNext(),
                page.hasPrevious(),
                isEmpty ? null : cursor(page.positions().getFirst()),
                isEmpty ? null : cursor(page.positions().getLast()));
    }
}

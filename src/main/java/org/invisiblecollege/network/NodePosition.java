package org.invisiblecollege.network;

import java.util.function.UnaryOperator;
import org.invisiblecollege.kernel.DomainException;

/**
 * Where a node is held. Fields of the schema's input and properties in export links have the names of these components.
 *
 * @param id of the node
 * @param x rising to the right
 * @param y rising upwards
 */
public record NodePosition(String id, double x, double y) {

    private static final int MAX_COORDINATE = 10;

    public NodePosition {
        if (!(Math.abs(x) <= MAX_COORDINATE && Math.abs(y) <= MAX_COORDINATE)) {
            throw DomainException.invalid("x and y of a position must be -%d to %d, were %s and %s."
                    .formatted(MAX_COORDINATE, MAX_COORDINATE, x, y));
        }
    }

    /** Returns the same position of a node with another id. */
    public NodePosition withId(UnaryOperator<String> other) {
        return new NodePosition(other.apply(id), x, y);
    }
}

package org.invisiblecollege.embedded;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.internal.kernel.api.Cursor;
import org.neo4j.internal.kernel.api.NodeCursor;
import org.neo4j.internal.kernel.api.RelationshipScanCursor;
import org.neo4j.internal.kernel.api.RelationshipTraversalCursor;
import org.neo4j.internal.kernel.api.security.LoginContext;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.storageengine.api.RelationshipSelection;

/**
 * A transaction that reads the store with the kernel's cursors: node after node and edge after edge as they lie there, so
 * that each page of the store is read once. Neo4j's core API would follow the edges of each node through the whole store,
 * and its ids by number are deprecated. Not thread-safe; closing it closes its cursors.
 */
final class StoreCursors implements AutoCloseable {

    private final InternalTransaction transaction;
    private final KernelTransaction kernel;
    private final BooleanSupplier isStopped;

    /** @param isStopped whether reading is to stop */
    StoreCursors(GraphDatabaseAPI database, BooleanSupplier isStopped) {
        this.isStopped = isStopped;
        transaction = database.beginTransaction(KernelTransaction.Type.EXPLICIT, LoginContext.AUTH_DISABLED);
        kernel = transaction.kernelTransaction();
    }

    /** Returns the token of a label; no node has it if the database does not know the label. */
    int label(String name) {
        return kernel.tokenRead().nodeLabel(name);
    }

    /** Returns the token of a type of edges; no edge has it if the database does not know the type. */
    int type(String name) {
        return kernel.tokenRead().relationshipType(name);
    }

    /** Returns all nodes by ascending id, as a scan of a label gives them. */
    NodeCursor nodes() {
        NodeCursor nodes = kernel.cursors().allocateNodeCursor(kernel.cursorContext(), kernel.memoryTracker());
        kernel.dataRead().allNodesScan(nodes);
        return nodes;
    }

    /** Returns all edges by ascending id. */
    RelationshipScanCursor edges() {
        RelationshipScanCursor edges =
                kernel.cursors().allocateRelationshipScanCursor(kernel.cursorContext(), kernel.memoryTracker());
        kernel.dataRead().allRelationshipsScan(edges);
        return edges;
    }

    /** Returns the edges of a type that start at the node where a cursor is. */
    RelationshipTraversalCursor edgesFrom(NodeCursor node, int type) {
        RelationshipTraversalCursor edges =
                kernel.cursors().allocateRelationshipTraversalCursor(kernel.cursorContext(), kernel.memoryTracker());
        node.relationships(edges, RelationshipSelection.selection(type, Direction.OUTGOING));
        return edges;
    }

    /** Returns a reader of some properties of nodes or edges. */
    EntityProperties properties(String... names) {
        int[] keys = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            keys[i] = kernel.tokenRead().propertyKey(names[i]);
        }
        return new EntityProperties(
                keys, kernel.cursors().allocatePropertyCursor(kernel.cursorContext(), kernel.memoryTracker()));
    }

    /** Returns a property of the only node with a key; null if there is no such node. */
    @Nullable Object property(String label, String key, Object value, String property) {
        Node node = transaction.findNode(Label.label(label), key, value);
        return node == null ? null : node.getProperty(property);
    }

    /** Returns a property of the node that an edge leads to; null if it has another label or no such text. */
    @Nullable String text(long node, String label, String property) {
        EntityProperties properties = properties(property);
        try (NodeCursor nodes = kernel.cursors().allocateNodeCursor(kernel.cursorContext(), kernel.memoryTracker())) {
            kernel.dataRead().singleNode(node, nodes);
            if (!nodes.next() || !nodes.hasLabel(label(label))) {
                return null;
            }
            properties.read(nodes);
            return properties.text(0);
        }
    }

    /**
     * Moves a cursor on.
     *
     * @throws CancellationException if this thread is interrupted or reading is to stop
     */
    boolean next(Cursor cursor) {
        if (isStopped.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Reading the store was stopped");
        }
        return cursor.next();
    }

    @Override
    public void close() {
        transaction.close();
    }
}

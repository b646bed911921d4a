package org.invisiblecollege.network;

import org.invisiblecollege.index.Nodes;

/** An author, organisation, country or topic by id and name. */
public record EntityRef(String id, String name) {

    /** Returns the id and the name of a node of the index. */
    public static EntityRef of(Nodes nodes, int ordinal) {
        return new EntityRef(nodes.ids().get(ordinal), nodes.names().get(ordinal));
    }
}

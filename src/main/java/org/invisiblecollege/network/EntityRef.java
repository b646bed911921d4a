package org.invisiblecollege.network;

import org.invisiblecollege.index.NodeSet;

/** Something of the index by id and name. */
public record EntityRef(String id, String name) {

    /** The id and the name of a unit. */
    public static EntityRef of(NodeSet units, int unit) {
        return new EntityRef(units.ids().get(unit), units.names().get(unit));
    }
}

package org.invisiblecollege.network;

import org.invisiblecollege.index.Units;

/** Something of the index by id and name. */
public record NamedUnit(String id, String name) {

    /** The id and the name of a unit. */
    public static NamedUnit of(Units units, int unit) {
        return new NamedUnit(units.ids().get(unit), units.names().get(unit));
    }
}

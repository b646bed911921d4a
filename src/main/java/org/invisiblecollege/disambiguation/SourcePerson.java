package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of the source being loaded: one key, or the keys of a cluster. */
final class SourcePerson {

    final List<String> keys;
    /** Of the keys. */
    final IntList ordinals;
    /** What is known of all keys together. */
    final KeyProfile profile;
    /** Ordinals of the folded names. */
    final int[] nameOrdinals;

    /** Id of the person of other sources that this is; null as long as none is known. */
    @Nullable String linkedTo;

    SourcePerson(
            List<String> keys, IntList ordinals, KeyProfile profile, int[] nameOrdinals, @Nullable String linkedTo) {
        this.keys = keys;
        this.ordinals = ordinals;
        this.profile = profile;
        this.nameOrdinals = nameOrdinals;
        this.linkedTo = linkedTo;
    }

    String firstKey() {
        return keys.getFirst();
    }

    boolean isLinked() {
        return linkedTo != null;
    }
}
